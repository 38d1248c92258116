namespace Rtemis.Learning.Supervised.Cart;

/// <summary>What a split is good for: the risk of a node, what it predicts, and the best split that one variable offers.</summary>
abstract class SplitCriterion
{
    /// <summary>The risk of a node with these cases and what it predicts. Sums run in the order of the cases.</summary>
    public abstract NodeSummary Summarize(ReadOnlySpan<int> cases);

    /// <summary>
    /// The best threshold on a numeric variable that leaves at least <paramref name="minBucket"/> cases on either side; null if none gains
    /// anything.
    /// </summary>
    /// <param name="variable">The variable's position.</param>
    /// <param name="cases">The node's cases that have the variable, in its order.</param>
    /// <param name="values">The variable's values of all cases.</param>
    /// <param name="minBucket">The fewest cases on either side.</param>
    /// <param name="nodeRisk">The risk of the whole node.</param>
    /// <param name="found">What other variables gain: smaller improvements may be passed over.</param>
    public abstract SplitCandidate? BestThreshold(
        int variable, ReadOnlySpan<int> cases, ReadOnlySpan<double> values, int minBucket, double nodeRisk, BestGain found);

    /// <summary>The best grouping of a factor's levels; parameters as in <see cref="BestThreshold"/>.</summary>
    public abstract SplitCandidate? BestGrouping(
        int variable, int levels, ReadOnlySpan<int> cases, ReadOnlySpan<double> values, int minBucket, double nodeRisk);

    /// <summary>What a split adds to its variable's importance.</summary>
    public abstract double Importance(double improvement, double nodeRisk);
}

/// <summary>Risk and prediction of a node: the mean of a number, or the share of each class.</summary>
readonly record struct NodeSummary(double Risk, double[] Prediction);
