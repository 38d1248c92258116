using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Classes of which a leaf predicts the most frequent one.</summary>
sealed class VoteNode(int[] outcome, int classes) : ClassNode(outcome, classes)
{
    /// <inheritdoc/>
    public override void Settle(int leaf, TreeBuilder tree, MersenneTwister64 random) => tree.Settle(leaf, Majority.Of(Counts, random));
}
