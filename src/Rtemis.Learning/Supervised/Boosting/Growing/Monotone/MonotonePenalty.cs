namespace Rtemis.Learning.Supervised.Boosting.Growing.Monotone;

/// <summary>Makes splits on bound features dearer near the root, where they cost most accuracy.</summary>
static class MonotonePenalty
{
    /// <summary>What the gain of a split on a bound feature is multiplied by, so that such features come in deeper down.</summary>
    /// <param name="depth">The number of splits above the leaf.</param>
    /// <param name="penalty">The strength, 0 or more.</param>
    public static double Discount(int depth, double penalty)
    {
        if (penalty >= depth + 1) return LeafSums.Epsilon;
        return penalty <= 1 ? 1 - penalty / Math.Pow(2, depth) + LeafSums.Epsilon : 1 - Math.Pow(2, penalty - 1 - depth) + LeafSums.Epsilon;
    }
}
