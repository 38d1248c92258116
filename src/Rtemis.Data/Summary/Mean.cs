namespace Rtemis.Data;

/// <summary>The mean by R's rule, a second pass correcting the first, with the rounding errors of each sum carried along.</summary>
static class Mean
{
    // A power of two: scaling by it is exact for what is large enough to overflow a sum.
    const double Scale = 1.0 / (1L << 62);

    /// <summary>The mean of <paramref name="values"/>, none of them NaN; NaN when there is none.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        var mean = Sum(values, center: 0, scale: 1) / values.Length;
        // As doubles the sum may overflow where R's wider ones do not.
        if (!double.IsFinite(mean)) return Sum(values, center: 0, Scale) / values.Length / Scale;
        return mean + Sum(values, mean, scale: 1) / values.Length;
    }

    static double Sum(ReadOnlySpan<double> values, double center, double scale)
    {
        var sum = 0.0;
        var lost = 0.0;
        foreach (var value in values)
        {
            var term = (value - center) * scale;
            var next = sum + term;
            var kept = next - sum;
            lost += (sum - (next - kept)) + (term - kept);
            sum = next;
        }
        return double.IsFinite(sum) ? sum + lost : sum;
    }
}
