using System.Numerics;
using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>The most frequent of classes.</summary>
static class Majority
{
    /// <summary>The class with the largest count; of several, one that is drawn.</summary>
    public static int Of<T>(ReadOnlySpan<T> counts, MersenneTwister64 random) where T : INumber<T>
    {
        var (most, first, ties) = (T.Zero, 0, 0);
        for (var c = 0; c < counts.Length; c++)
        {
            if (counts[c] > most) (most, first, ties) = (counts[c], c, 1);
            else if (counts[c] == most) ties++;
        }
        if (ties <= 1) return first;
        var passed = random.NextIndex(ties);
        var chosen = first;
        for (; passed > 0; passed--)
        {
            do chosen++;
            while (counts[chosen] != most);
        }
        return chosen;
    }
}
