using System.Numerics;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>Counts and class weights of a factor's levels in a node, and the best way to send the levels to two sides.</summary>
sealed class GiniGrouping(int levels, int classes)
{
    readonly int[] _counts = new int[levels];
    readonly double[] _weights = new double[levels * classes];
    int _cases;

    public void Add(int level, int k, double weight)
    {
        _cases++;
        _counts[level]++;
        _weights[level * classes + k] += weight;
    }

    /// <summary>
    /// Two classes: the best grouping is a cut of the levels in the order of a class's share (Breiman et al.).
    /// </summary>
    public SplitCandidate? BestCut(int variable, int minBucket)
    {
        var order = LevelCuts.Ascending(_counts, level => Weights(level)[0] / (Weights(level)[0] + Weights(level)[1]));
        var split = Start();
        var undivided = split.Undivided;
        var best = undivided;
        int left = 0, cut = -1;
        var low = Side.Left;
        for (var i = 0; i < order.Length - 1; i++)
        {
            left += Move(ref split, order[i], toLeft: true);
            if (left < minBucket || _cases - left < minBucket) continue;
            var score = split.Divided;
            if (score < best) (best, cut, low) = (score, i, split.LeftIsLower ? Side.Left : Side.Right);
        }
        return cut < 0 ? null : new SplitCandidate(new SplitRule(variable, LevelCuts.Sides(levels, order, cut, low)), undivided - best);
    }

    /// <summary>
    /// More classes: every subset of the levels that occur, in the order of the reflected Gray code, one level moved at a time.
    /// </summary>
    public SplitCandidate? BestSubset(int variable, int minBucket)
    {
        var present = Enumerable.Range(0, levels).Where(level => _counts[level] > 0).ToArray();
        var split = Start();
        var undivided = split.Undivided;
        var best = undivided;
        uint bestSubset = 0;
        var low = Side.Left;
        uint subset = 0;
        var left = 0;
        // The last level stays right: a subset and its complement are the same split.
        for (uint step = 1; step < 1u << Math.Max(0, present.Length - 1); step++)
        {
            var flipped = BitOperations.TrailingZeroCount(step);
            subset ^= 1u << flipped;
            left += Move(ref split, present[flipped], toLeft: (subset & 1u << flipped) != 0);
            if (left < minBucket || _cases - left < minBucket) continue;
            var score = split.Divided;
            if (score < best) (best, bestSubset, low) = (score, subset, split.LeftIsLower ? Side.Left : Side.Right);
        }
        if (bestSubset == 0) return null;
        var sides = new Side[levels];
        for (var i = 0; i < present.Length; i++) sides[present[i]] = (bestSubset & 1u << i) != 0 ? low : SplitRule.Opposite(low);
        return new SplitCandidate(new SplitRule(variable, sides), undivided - best);
    }

    ReadOnlySpan<double> Weights(int level) => _weights.AsSpan(level * classes, classes);

    ClassWeights Start()
    {
        var totals = new double[classes];
        for (var i = 0; i < _weights.Length; i++) totals[i % classes] += _weights[i];
        return new ClassWeights(new double[classes], totals);
    }

    // Returns by how many cases the left side grew.
    int Move(ref ClassWeights split, int level, bool toLeft)
    {
        var weights = Weights(level);
        for (var k = 0; k < classes; k++) split.MoveLeft(k, toLeft ? weights[k] : -weights[k]);
        return toLeft ? _counts[level] : -_counts[level];
    }
}
