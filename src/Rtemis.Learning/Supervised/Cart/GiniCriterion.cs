using System.Buffers;
using System.Numerics.Tensors;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// Classification: the risk is the weight outside the largest class, an improvement the fall in Gini impurity times weight. Source:
/// Breiman, Friedman, Olshen and Stone, "Classification and Regression Trees", 1984, chapter 4. Priors are the class frequencies and losses
/// 0 or 1, so that both reduce to counts of weight.
/// </summary>
/// <param name="codes">The class of each case, from 0.</param>
/// <param name="classes">The number of classes.</param>
/// <param name="weights">The weight of each case.</param>
/// <param name="unweighted">Whether all weights are 1.</param>
sealed class GiniCriterion(int[] codes, int classes, double[] weights, bool unweighted) : SplitCriterion
{
    readonly byte[]? _twoClasses = unweighted && classes == 2 ? Array.ConvertAll(codes, code => (byte)code) : null;

    readonly double[] _scales = Scales(codes, classes, weights);

    public override NodeSummary Summarize(ReadOnlySpan<int> cases)
    {
        var shares = new double[classes];
        foreach (var i in cases) shares[codes[i]] += weights[i];
        var total = shares.Sum();
        var risk = total - shares.Max();
        for (var k = 0; k < classes; k++) shares[k] *= _scales[k];
        var scaled = shares.Sum();
        for (var k = 0; k < classes; k++) shares[k] /= scaled;
        return new NodeSummary(risk, shares);
    }

    // A class's prior over its weight in all cases. It is the same for all classes but for the last bit, and that bit decides which of the
    // probabilities of several resamples are tied, as rpart's are.
    static double[] Scales(int[] codes, int classes, double[] weights)
    {
        var counts = new double[classes];
        for (var i = 0; i < codes.Length; i++) counts[codes[i]] += weights[i];
        var total = counts.Sum();
        return [.. counts.Select(count => count / total / Math.Max(1, count))];
    }

    public override double Importance(double improvement, double nodeRisk) => improvement;

    public override SplitCandidate? BestThreshold(
        int variable, ReadOnlySpan<int> cases, ReadOnlySpan<double> values, int minBucket, double nodeRisk, BestGain found)
    {
        if (cases.Length == 0 || values[cases[0]] == values[cases[^1]]) return null;
        if (_twoClasses is not null) return UnweightedGini.Best(variable, _twoClasses, cases, values, minBucket, found);
        var counted = new double[classes];
        foreach (var i in cases) counted[codes[i]] += weights[i];
        var best = new ClassWeights(new double[classes], counted).Undivided;
        var undivided = best;
        var (low, cut) = (Side.Left, -1);
        var rented = ArrayPool<double>.Shared.Rent(GiniScan.MemoryFor(classes) + GiniScan.Block);
        var scan = new GiniScan(rented.AsSpan(GiniScan.Block), new double[classes], counted);
        Span<int> blockCodes = stackalloc int[GiniScan.Block];
        for (var start = 0; start < cases.Length - minBucket; start += GiniScan.Block)
        {
            var block = cases[start..Math.Min(start + GiniScan.Block, cases.Length - minBucket)];
            for (var i = 0; i < block.Length; i++) (blockCodes[i], rented[i]) = (codes[block[i]], weights[block[i]]);
            var scores = scan.Next(blockCodes[..block.Length], rented.AsSpan(0, block.Length));
            // Nearly all blocks hold nothing better. A score that is no number says nothing of the others.
            if (TensorPrimitives.Min(scores) >= best) continue;
            for (var i = Math.Max(0, minBucket - 1 - start); i < scores.Length; i++)
            {
                if (!(scores[i] < best) || values[cases[start + i]] == values[cases[start + i + 1]]) continue;
                (best, cut, low) = (scores[i], start + i, scan.LeftIsLower(i) ? Side.Left : Side.Right);
            }
        }
        ArrayPool<double>.Shared.Return(rented);
        if (cut < 0) return null;
        var threshold = (values[cases[cut]] + values[cases[cut + 1]]) / 2;
        return new SplitCandidate(new SplitRule(variable, threshold, low), undivided - best);
    }

    public override SplitCandidate? BestGrouping(
        int variable, int levels, ReadOnlySpan<int> cases, ReadOnlySpan<double> values, int minBucket, double nodeRisk)
    {
        var grouping = new GiniGrouping(levels, classes);
        foreach (var i in cases) grouping.Add((int)values[i], codes[i], weights[i]);
        return classes == 2 ? grouping.BestCut(variable, minBucket) : grouping.BestSubset(variable, minBucket);
    }
}
