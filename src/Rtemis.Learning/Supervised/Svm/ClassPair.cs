using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>The cases of two classes and their split for cross-validation.</summary>
sealed class ClassPair
{
    /// <summary>The number of parts of the split.</summary>
    public const int Folds = 5;

    readonly int[] _shuffled;

    /// <param name="first">The rows of the positive class.</param>
    /// <param name="second">The rows of the other.</param>
    /// <param name="random">Draws the split.</param>
    public ClassPair(int[] first, int[] second, RRandom random)
    {
        Cases = [.. first, .. second];
        Positives = first.Length;
        _shuffled = Shuffle(Cases.Length, random);
    }

    /// <summary>The rows of both classes' cases, the positive class first.</summary>
    public int[] Cases { get; }

    /// <summary>The number of cases of the positive class.</summary>
    public int Positives { get; }

    /// <summary>The cases of a part, by their place in <see cref="Cases"/>.</summary>
    public ReadOnlySpan<int> HeldOut(int fold) => _shuffled.AsSpan(Bound(fold)..Bound(fold + 1));

    /// <summary>The other cases by their place, the positive ones first, each group in the order of the split.</summary>
    /// <returns>The places and how many of them, the first ones, are positive.</returns>
    public (int[] Places, int Positives) Remaining(int fold)
    {
        int[] rest = [.. _shuffled[..Bound(fold)], .. _shuffled[Bound(fold + 1)..]];
        int[] positives = [.. rest.Where(p => p < Positives)];
        return ([.. positives, .. rest.Where(p => p >= Positives)], positives.Length);
    }

    int Bound(int fold) => (int)((long)fold * Cases.Length / Folds);

    static int[] Shuffle(int count, RRandom random)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (var i = 0; i < count; i++)
        {
            var j = i + (int)(random.NextUniform() * (count - i));
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order;
    }
}
