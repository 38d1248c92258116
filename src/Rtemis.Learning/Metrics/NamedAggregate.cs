namespace Rtemis.Learning.Metrics;

/// <summary>Functions that make one number of several and can be asked for by R's names. As in R, a missing number makes the whole missing.</summary>
static class NamedAggregate
{
    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["mean", "median", "min", "max"];

    /// <summary>Applies a function of <see cref="Names"/>; NaN of no numbers.</summary>
    public static double Of(string function, double[] values)
    {
        if (values.Length == 0 || values.Contains(double.NaN)) return double.NaN;
        return function switch
        {
            "mean" => CompensatedSum.Mean(values),
            "median" => Median(values),
            "min" => values.Min(),
            "max" => values.Max(),
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, null),
        };
    }

    static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        var half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : CompensatedSum.Mean(sorted.AsSpan(half - 1, 2));
    }
}
