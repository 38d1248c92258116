using System.Buffers;
using System.Numerics.Tensors;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// The best threshold for squared error where every case counts once: the weights of the sides are then counts, and a block of cuts is passed over
/// where even its largest sum could not gain enough.
/// </summary>
static class UnweightedAnova
{
    // Cuts that are scored together.
    const int Block = 512;

    /// <summary>The best threshold, or null if none gains anything.</summary>
    /// <param name="variable">The variable's position.</param>
    /// <param name="outcome">The outcome of all cases.</param>
    /// <param name="cases">The node's cases that have the variable, in its order.</param>
    /// <param name="values">The variable's values of all cases.</param>
    /// <param name="minBucket">The fewest cases on either side.</param>
    /// <param name="nodeRisk">The risk of the whole node.</param>
    /// <param name="found">What other variables gain.</param>
    public static SplitCandidate? Best(
        int variable, double[] outcome, ReadOnlySpan<int> cases, ReadOnlySpan<double> values, int minBucket, double nodeRisk, BestGain found)
    {
        var rented = ArrayPool<double>.Shared.Rent(cases.Length);
        try
        {
            var y = rented.AsSpan(0, cases.Length);
            TensorPrimitives.Subtract(y, Gather(outcome, cases, y) / cases.Length, y);
            double sum = 0, best = 0, bestSum = 0;
            var cut = -1;
            Span<double> lefts = stackalloc double[Block], rights = stackalloc double[Block], scores = stackalloc double[Block];
            for (var start = 0; start < cases.Length - minBucket; start += Block)
            {
                var sums = y.Slice(start, Math.Min(Block, cases.Length - minBucket - start));
                foreach (ref var value in sums) value = sum += value;
                var gain = SplitBound.LargestGain(Math.Abs(TensorPrimitives.MaxMagnitude(sums)), start + 1, sums.Length, cases.Length);
                if (gain <= best || gain / nodeRisk < found.Value) continue;
                Score(sums, start, cases.Length, lefts, rights, scores[..sums.Length]);
                for (var i = Math.Max(0, minBucket - 1 - start); i < sums.Length; i++)
                    if (scores[i] > best && values[cases[start + i]] != values[cases[start + i + 1]])
                        (best, bestSum, cut) = (scores[i], sums[i], start + i);
            }
            if (cut < 0) return null;
            var threshold = (values[cases[cut]] + values[cases[cut + 1]]) / 2;
            return new SplitCandidate(new SplitRule(variable, threshold, bestSum < 0 ? Side.Left : Side.Right), best / nodeRisk);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    // Random reads once; what follows runs over the copies.
    static double Gather(double[] outcome, ReadOnlySpan<int> cases, Span<double> y)
    {
        var total = 0.0;
        for (var i = 0; i < cases.Length; i++) total += y[i] = outcome[cases[i]];
        return total;
    }

    // About the mean the two sides' sums are each other's negative.
    static void Score(ReadOnlySpan<double> sums, int start, int cases, Span<double> lefts, Span<double> rights, Span<double> scores)
    {
        for (var i = 0; i < sums.Length; i++) (lefts[i], rights[i]) = (start + i + 1, cases - (start + i + 1));
        TensorPrimitives.Multiply(sums, sums, scores);
        TensorPrimitives.Divide(scores, lefts[..sums.Length], lefts);
        TensorPrimitives.Divide(scores, rights[..sums.Length], rights);
        TensorPrimitives.Add(lefts[..sums.Length], rights[..sums.Length], scores);
    }
}
