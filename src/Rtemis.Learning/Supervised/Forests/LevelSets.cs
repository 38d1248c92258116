using System.Numerics;
using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Sets of levels at random; a set is a bit for each.</summary>
static class LevelSets
{
    /// <summary>Some but not all of the levels that a node has, and any of the others.</summary>
    /// <param name="present">Those that the node has.</param>
    /// <param name="absent">The others.</param>
    /// <param name="random">The random numbers.</param>
    public static ulong Draw(ulong present, ulong absent, MersenneTwister64 random)
    {
        var set = 0ul;
        if (BitOperations.PopCount(present) > 1) set |= Pick(present, 1 + random.NextIndex((1ul << BitOperations.PopCount(present)) - 2));
        if (BitOperations.PopCount(absent) > 1) set |= Pick(absent, random.NextIndex(1ul << BitOperations.PopCount(absent)));
        return set;
    }

    // The levels whose numbers among all of them are the bits of the choice.
    static ulong Pick(ulong levels, ulong choice)
    {
        var picked = 0ul;
        for (; levels != 0; levels &= levels - 1, choice >>= 1)
            if ((choice & 1) != 0) picked |= levels & (0 - levels);
        return picked;
    }
}
