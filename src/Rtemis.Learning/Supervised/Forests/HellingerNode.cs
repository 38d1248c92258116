namespace Rtemis.Learning.Supervised.Forests;

/// <summary>
/// Two classes: a split is the better the further apart the classes' shares of its sides are, however rare one of them is. Source: D. A. Cieslak, T. R.
/// Hoens, N. V. Chawla and W. P. Kegelmeyer, "Hellinger distance decision trees are robust and skew-insensitive", Data Mining and Knowledge Discovery
/// 24(1), 2012.
/// </summary>
/// <param name="outcome">A class for each row: 0 or 1.</param>
sealed class HellingerNode(int[] outcome) : ShareNode(outcome, 2)
{
    /// <inheritdoc/>
    public override void Scan(ReadOnlySpan<ulong> order, double penalty, ref CutPoint best)
    {
        Span<long> left = [0, 0];
        var last = NodeOrder.Rank(order[0]);
        foreach (var key in order)
        {
            var rank = NodeOrder.Rank(key);
            if (rank != last)
            {
                best.Offer(Distance(left) * penalty, last, rank);
                last = rank;
            }
            var (code, times) = CaseAt(NodeOrder.Position(key));
            left[code] += times;
        }
    }

    /// <summary>The distance itself.</summary>
    public override double Gain(double score, double penalty) => score;

    /// <inheritdoc/>
    protected override double Score(ReadOnlySpan<long> left, long count, long rightSquares) => Distance(left);

    double Distance(ReadOnlySpan<long> left)
    {
        var first = (Counts[0] - left[0]) / (double)Counts[0];
        var second = (Counts[1] - left[1]) / (double)Counts[1];
        var right = Math.Sqrt(second) - Math.Sqrt(first);
        var other = Math.Sqrt(1 - second) - Math.Sqrt(1 - first);
        return Math.Sqrt(right * right + other * other);
    }
}
