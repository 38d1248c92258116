namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>
/// Keeps a model monotone: the two sides of a split on a bound feature may not pass the middle between their values, nor may what grows below them. Source:
/// LightGBM's documentation of the method <c>basic</c>.
/// </summary>
static class MonotoneBounds
{
    /// <summary>Bounds the children of a split.</summary>
    public static void Part(in SplitCandidate split, GrowingLeaf left, GrowingLeaf right)
    {
        if (split.Categories is not null || split.Monotone == 0) return;
        var middle = (split.Left.Output + split.Right.Output) / 2;
        var (lower, upper) = split.Monotone > 0 ? (left, right) : (right, left);
        lower.High = Math.Min(lower.High, middle);
        upper.Low = Math.Max(upper.Low, middle);
    }

    /// <summary>What the gain of a split on a bound feature is multiplied by, so that such features come in deeper down.</summary>
    /// <param name="depth">The number of splits above the leaf.</param>
    /// <param name="penalty">The strength, 0 or more.</param>
    public static double Discount(int depth, double penalty)
    {
        if (penalty >= depth + 1) return LeafSums.Epsilon;
        return penalty <= 1 ? 1 - penalty / Math.Pow(2, depth) + LeafSums.Epsilon : 1 - Math.Pow(2, penalty - 1 - depth) + LeafSums.Epsilon;
    }
}
