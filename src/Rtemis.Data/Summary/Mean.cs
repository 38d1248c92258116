namespace Rtemis.Data;

/// <summary>
/// The mean, to the last bit in all but freak cases. R gets there with wider numbers and a second pass that corrects the first; where
/// a double is the widest number, carrying the sum's rounding errors along and dividing both gives the same in one pass.
/// </summary>
static class Mean
{
    // A power of two: scaling by it is exact for what is large enough to overflow a sum.
    const double Scale = 1.0 / (1L << 62);

    /// <summary>The mean of <paramref name="values"/>, none of them NaN; NaN when there is none.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        var mean = Of(values, scale: 1);
        // As doubles the sum may overflow where R's wider ones do not.
        return double.IsFinite(mean) ? mean : Of(values, Scale) / Scale;
    }

    static double Of(ReadOnlySpan<double> values, double scale)
    {
        var sum = 0.0;
        var lost = 0.0;
        foreach (var value in values)
        {
            var term = value * scale;
            var next = sum + term;
            var kept = next - sum;
            lost += (sum - (next - kept)) + (term - kept);
            sum = next;
        }
        var mean = sum / values.Length;
        if (!double.IsFinite(mean)) return mean;
        var remainder = Math.FusedMultiplyAdd(-mean, values.Length, sum) + lost;
        return mean + remainder / values.Length;
    }
}
