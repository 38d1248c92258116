namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// How much the cuts of a block can gain at most. A cut with the sum s on its left side, about the mean of all n cases, and l cases there gains
/// s²/l + s²/(n - l); the factor of s² is convex in l, so that it is largest at one end of a block.
/// </summary>
static class SplitBound
{
    // More than rounding can add to a gain, for large ones and for ones next to nothing.
    const double Rounding = 1 + 1e-12;
    const double Tiny = 1e-300;

    /// <summary>A number that no gain of the block exceeds.</summary>
    /// <param name="largestSum">The largest absolute sum of a cut's left side.</param>
    /// <param name="firstLeft">The cases on the left of the first cut.</param>
    /// <param name="cuts">The number of cuts.</param>
    /// <param name="cases">All cases.</param>
    public static double LargestGain(double largestSum, int firstLeft, int cuts, int cases) =>
        largestSum * largestSum * Math.Max(Factor(firstLeft, cases), Factor(firstLeft + cuts - 1, cases)) * Rounding + Tiny;

    static double Factor(double left, double cases) => 1 / left + 1 / (cases - left);
}
