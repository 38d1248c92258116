using Rtemis.Learning.Metrics;

namespace Rtemis.Learning.Tuning;

/// <summary>Makes one figure of those of all resamples. As in R, a figure that is missing makes the whole missing.</summary>
static class MetricAggregation
{
    /// <summary>R's names of the functions that can be asked for.</summary>
    public static IReadOnlyList<string> Names { get; } = ["mean", "median", "min", "max"];

    /// <summary>Applies a function of <see cref="Names"/> to at least one number.</summary>
    public static double Of(string function, double[] values)
    {
        if (values.Contains(double.NaN)) return double.NaN;
        return function switch
        {
            "mean" => CompensatedSum.Mean(values),
            "median" => Median(values),
            "min" => values.Min(),
            "max" => values.Max(),
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, null),
        };
    }

    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    public static double Median(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : CompensatedSum.Mean(sorted.AsSpan(half - 1, 2));
    }
}
