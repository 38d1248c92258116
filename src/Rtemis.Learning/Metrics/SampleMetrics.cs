namespace Rtemis.Learning.Metrics;

/// <summary>How good predictions are in one sample: a <see cref="RegressionMetrics"/> or a <see cref="ClassificationMetrics"/>.</summary>
public abstract record SampleMetrics
{
    private protected SampleMetrics()
    {
    }

    /// <summary>The figures for the sample as a whole.</summary>
    public abstract MetricRow Overall { get; }
}
