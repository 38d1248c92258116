using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Classes of which a leaf predicts the shares: of two that of the second.</summary>
class ShareNode(int[] outcome, int classes) : ClassNode(outcome, classes)
{
    /// <inheritdoc/>
    public sealed override void Settle(int leaf, TreeBuilder tree, MersenneTwister64 random)
    {
        if (Counts.Length == 2)
        {
            tree.Settle(leaf, Counts[1] / (double)Count);
            return;
        }
        Span<double> shares = new double[Counts.Length];
        for (var k = 0; k < shares.Length; k++) shares[k] = Counts[k] / (double)Count;
        tree.Settle(leaf, shares);
    }
}
