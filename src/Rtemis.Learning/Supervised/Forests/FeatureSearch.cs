using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Looks at one feature after the other and keeps the split of the best score, of equal ones the first.</summary>
/// <param name="features">The features; behind them those whose rows were put in another order, where there are any.</param>
/// <param name="response">The outcome in the node.</param>
/// <param name="penalty">What scores are multiplied by.</param>
/// <param name="cancellation">Ends the search.</param>
abstract class FeatureSearch(IReadOnlyList<ForestFeature> features, NodeResponse response, SplitPenalty penalty, CancellationToken cancellation)
    : SplitSearch
{
    readonly int _own = features.Count(f => !f.IsReordered);

    /// <summary>Ends the search.</summary>
    protected CancellationToken Cancellation => cancellation;

    /// <summary>The score that a split has to be better than.</summary>
    protected virtual double Least => -1;

    /// <inheritdoc/>
    public sealed override NodeSplit Find(in OpenNode node, MersenneTwister64 random)
    {
        var best = NodeSplit.None(Least);
        foreach (var candidate in node.Candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            Look(candidate, features[candidate], node.Rows, penalty.Of(candidate % _own, node.Depth), random, ref best);
        }
        return best;
    }

    /// <inheritdoc/>
    public sealed override double Gain(in OpenNode node, NodeSplit split) => response.Gain(split.Score, penalty.Of(split.Feature % _own, node.Depth));

    /// <summary>Puts the feature's best split in the place of the best so far if it is better.</summary>
    protected abstract void Look(
        int position, ForestFeature feature, ReadOnlySpan<int> rows, double penalty, MersenneTwister64 random, ref NodeSplit best);
}
