using Rtemis.Learning.Metrics;

namespace Rtemis.Learning.Numerics;

/// <summary>What R's <c>scale()</c> divides a column by.</summary>
static class ColumnSpread
{
    /// <summary>The root of the mean square about the mean, or about zero where there is none; of n numbers the divisor is n - 1.</summary>
    public static double Of(ReadOnlySpan<double> values, double? mean)
    {
        if (IsConstant(values, mean)) return 0;
        var squares = new CompensatedSum();
        foreach (var value in values) squares.Add((value - (mean ?? 0)) * (value - (mean ?? 0)));
        return Math.Sqrt(squares.Value / Math.Max(1, values.Length - 1));
    }

    // The mean of equal numbers need not be that number to the last bit, so the sum of squares alone would not tell.
    static bool IsConstant(ReadOnlySpan<double> values, double? mean)
    {
        if (mean is not { } center) return false;
        return values.IsEmpty || !values.ContainsAnyExcept(values[0]) && Math.Abs(values[0] - center) <= 1e-14 * Math.Abs(center);
    }
}
