namespace Rtemis.Learning.Supervised.Boosting.Growing.Monotone;

/// <summary>
/// The two sides of a split on a bound feature may not pass the middle between their values, nor may what grows below them. Source: LightGBM's documentation of
/// the method <c>basic</c>.
/// </summary>
sealed class BasicMonotone : IMonotoneRule
{
    /// <inheritdoc/>
    public void NextTree(IReadOnlyList<GrowingLeaf> leaves)
    {
    }

    /// <inheritdoc/>
    public IReadOnlyList<int> Part(in SplitCandidate split, int left, int right, IReadOnlyList<GrowingLeaf> leaves)
    {
        if (split.Categories is not null || split.Monotone == 0) return [];
        var middle = (split.Left.Output + split.Right.Output) / 2;
        var (lower, upper) = split.Monotone > 0 ? (leaves[left], leaves[right]) : (leaves[right], leaves[left]);
        lower.High = Math.Min(lower.High, middle);
        upper.Low = Math.Max(upper.Low, middle);
        return [];
    }
}
