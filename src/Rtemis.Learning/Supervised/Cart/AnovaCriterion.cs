using System.Buffers;
using System.Numerics.Tensors;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// Regression: the risk is the weighted sum of squares about the mean, an improvement the share of it that a split explains. Source:
/// Breiman, Friedman, Olshen and Stone, "Classification and Regression Trees", 1984, chapter 8.
/// </summary>
/// <param name="outcome">The outcome of each case.</param>
/// <param name="weights">The weight of each case.</param>
/// <param name="unweighted">Whether all weights are 1.</param>
sealed class AnovaCriterion(double[] outcome, double[] weights, bool unweighted) : SplitCriterion
{
    // Cuts that are scored together.
    const int Block = 512;

    public override NodeSummary Summarize(ReadOnlySpan<int> cases)
    {
        var mean = Mean(cases);
        var risk = 0.0;
        foreach (var i in cases) risk += (outcome[i] - mean) * (outcome[i] - mean) * weights[i];
        return new NodeSummary(risk, [mean]);
    }

    public override double Importance(double improvement, double nodeRisk) => improvement * nodeRisk;

    public override SplitCandidate? BestThreshold(
        int variable, ReadOnlySpan<int> cases, ReadOnlySpan<double> values, int minBucket, double nodeRisk, BestGain found)
    {
        if (cases.Length == 0 || values[cases[0]] == values[cases[^1]]) return null;
        if (unweighted) return UnweightedAnova.Best(variable, outcome, cases, values, minBucket, nodeRisk, found);
        var gathered = ArrayPool<double>.Shared.Rent(2 * cases.Length);
        try
        {
            // Random reads once; the scan then runs over the copies.
            var y = gathered.AsSpan(0, cases.Length);
            var w = gathered.AsSpan(cases.Length, cases.Length);
            double rightWeight = 0, total = 0;
            for (var i = 0; i < cases.Length; i++)
            {
                y[i] = outcome[cases[i]];
                w[i] = weights[cases[i]];
                rightWeight += w[i];
                total += y[i] * w[i];
            }
            var mean = total / rightWeight;
            double leftWeight = 0, leftSum = 0, best = 0, bestSum = 0;
            var cut = -1;
            Span<double> sums = stackalloc double[Block], scores = stackalloc double[Block];
            for (var start = 0; start < cases.Length - minBucket; start += Block)
            {
                var count = Math.Min(Block, cases.Length - minBucket - start);
                Span<double> blockY = y.Slice(start, count), blockW = w.Slice(start, count);
                // What was gathered gives way to the weights on both sides of each cut.
                for (var i = 0; i < count; i++)
                {
                    leftSum += (blockY[i] - mean) * blockW[i];
                    leftWeight += blockW[i];
                    rightWeight -= blockW[i];
                    (sums[i], blockY[i], blockW[i]) = (leftSum, leftWeight, rightWeight);
                }
                Score(sums[..count], blockY, blockW, scores[..count]);
                // Nearly all blocks hold nothing better. A score that is no number says nothing of the others.
                if (TensorPrimitives.Max(scores[..count]) <= best) continue;
                for (var i = Math.Max(0, minBucket - 1 - start); i < count; i++)
                {
                    if (scores[i] > best && values[cases[start + i]] != values[cases[start + i + 1]])
                        (best, bestSum, cut) = (scores[i], sums[i], start + i);
                }
            }
            if (cut < 0) return null;
            var threshold = (values[cases[cut]] + values[cases[cut + 1]]) / 2;
            return new SplitCandidate(new SplitRule(variable, threshold, bestSum < 0 ? Side.Left : Side.Right), best / nodeRisk);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(gathered);
        }
    }

    public override SplitCandidate? BestGrouping(
        int variable, int levels, ReadOnlySpan<int> cases, ReadOnlySpan<double> values, int minBucket, double nodeRisk)
    {
        var mean = Mean(cases);
        var counts = new int[levels];
        var levelWeights = new double[levels];
        var sums = new double[levels];
        foreach (var i in cases)
        {
            var level = (int)values[i];
            counts[level]++;
            levelWeights[level] += weights[i];
            sums[level] += (outcome[i] - mean) * weights[i];
        }
        // With squared error the best grouping is a cut of the levels in the order of their means (Breiman et al.).
        var order = LevelCuts.Ascending(counts, level => sums[level] / levelWeights[level]);
        double leftWeight = 0, rightWeight = levelWeights.Sum(), leftSum = 0, best = 0, bestSum = 0;
        int left = 0, cut = -1;
        for (var i = 0; i < order.Length - 1; i++)
        {
            left += counts[order[i]];
            leftWeight += levelWeights[order[i]];
            rightWeight -= levelWeights[order[i]];
            leftSum += sums[order[i]];
            if (left < minBucket || cases.Length - left < minBucket) continue;
            var score = leftSum * leftSum / leftWeight + leftSum * leftSum / rightWeight;
            if (score > best) (best, bestSum, cut) = (score, leftSum, i);
        }
        if (cut < 0) return null;
        var rule = new SplitRule(variable, LevelCuts.Sides(levels, order, cut, bestSum < 0 ? Side.Left : Side.Right));
        return new SplitCandidate(rule, best / nodeRisk);
    }

    // About the mean the two sides' sums are each other's negative. Uses up both weights.
    static void Score(ReadOnlySpan<double> sums, Span<double> leftWeights, Span<double> rightWeights, Span<double> scores)
    {
        TensorPrimitives.Multiply(sums, sums, scores);
        TensorPrimitives.Divide(scores, leftWeights, leftWeights);
        TensorPrimitives.Divide(scores, rightWeights, rightWeights);
        TensorPrimitives.Add(leftWeights, rightWeights, scores);
    }

    double Mean(ReadOnlySpan<int> cases)
    {
        double weight = 0, sum = 0;
        foreach (var i in cases)
        {
            weight += weights[i];
            sum += outcome[i] * weights[i];
        }
        return sum / weight;
    }
}
