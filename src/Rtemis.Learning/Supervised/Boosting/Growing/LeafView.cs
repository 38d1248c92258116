namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>A leaf as a search sees it.</summary>
/// <param name="Leaf">The leaf.</param>
/// <param name="Rows">Its cases.</param>
/// <param name="Histogram">Where its sums are or will be.</param>
/// <param name="Inherits">Whether those are still its parent's, to be lessened by those of the other child.</param>
/// <param name="Sums">What searches are told of it.</param>
sealed record LeafView(GrowingLeaf Leaf, ReadOnlyMemory<int> Rows, Histogram Histogram, bool Inherits, LeafSums Sums)
{
    /// <summary>The sum of first derivatives.</summary>
    public double Gradient => Leaf.Gradient;

    /// <summary>The sum of second derivatives.</summary>
    public double Hessian => Leaf.Hessian;
}
