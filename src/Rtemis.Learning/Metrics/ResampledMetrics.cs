namespace Rtemis.Learning.Metrics;

/// <summary>How good predictions are over several resamples.</summary>
/// <param name="PerResample">Each resample's metrics.</param>
/// <param name="Mean">The mean of each overall figure; NaN where a resample has none.</param>
/// <param name="StandardDeviation">Its standard deviation; NaN of one resample.</param>
/// <param name="Confusion">All resamples' cases together; null for regression.</param>
public sealed record ResampledMetrics(
    IReadOnlyList<SampleMetrics> PerResample, MetricRow Mean, MetricRow StandardDeviation, ConfusionMatrix? Confusion)
{
    /// <summary>Aggregates the metrics of one or more resamples.</summary>
    public static ResampledMetrics Of(IReadOnlyList<SampleMetrics> perResample)
    {
        var rows = perResample.Select(m => m.Overall).ToList();
        var names = rows[0].Names;
        var confusion = perResample.OfType<ClassificationMetrics>().Select(m => m.Confusion).ToList();
        return new ResampledMetrics(
            perResample, Aggregate(CompensatedSum.Mean), Aggregate(CompensatedSum.StandardDeviation),
            confusion.Count > 0 ? ConfusionMatrix.Pool(confusion) : null);

        MetricRow Aggregate(Aggregation how) => new(names, [.. names.Select((_, i) => how([.. rows.Select(r => r.Values[i])]))]);
    }

    delegate double Aggregation(ReadOnlySpan<double> values);
}
