using Rtemis.Learning.Supervised.Boosting.Binning;

namespace Rtemis.Learning.Supervised.Boosting.Growing.Monotone;

/// <summary>
/// As <see cref="IntermediateMonotone"/>, but a cut of a leaf is held by those leaves alone that lie next to its own side of it. Source: C. Auguste, S. Malory and
/// I. Smirnov, "A Better Method to Enforce Monotonic Constraints in Regression and Classification Trees", 2020, and LightGBM's method <c>advanced</c>.
/// </summary>
/// <param name="data">The features.</param>
sealed class AdvancedMonotone(BinnedData data) : IntermediateMonotone
{
    IReadOnlyList<GrowingLeaf> _leaves = [];

    /// <inheritdoc/>
    public override void NextTree(IReadOnlyList<GrowingLeaf> leaves)
    {
        base.NextTree(leaves);
        _leaves = leaves;
    }

    /// <summary>Finds the exact bounds of a leaf for cuts on a feature, where they are rough.</summary>
    /// <param name="bounds">The bounds.</param>
    /// <param name="leaf">The leaf's place.</param>
    /// <param name="feature">The feature.</param>
    public void Refine(CutBounds bounds, int leaf, BinnedFeature feature) =>
        bounds.Refine((fromAbove, bound) => new NeighbourSearch(Splits, _leaves, feature, fromAbove, bound).Run(leaf));

    /// <inheritdoc/>
    protected override void Copy(IReadOnlyList<GrowingLeaf> leaves, int left, int right)
    {
        base.Copy(leaves, left, right);
        leaves[left].Cuts ??= new LeafCuts(this, left, data.Features);
        leaves[right].Cuts = leaves[left].Cuts!.Copy(right);
    }

    /// <inheritdoc/>
    protected override bool Bound(GrowingLeaf leaf, double value, bool fromAbove, bool byOthers)
    {
        base.Bound(leaf, value, fromAbove, byOthers);
        leaf.Cuts!.Bound(value, fromAbove, isRough: byOthers);
        // Even bounds that hold already may have been rough, so that exact ones are wider.
        return true;
    }
}
