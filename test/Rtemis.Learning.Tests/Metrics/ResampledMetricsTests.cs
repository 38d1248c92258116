using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;

namespace Rtemis.Learning.Tests.Metrics;

public sealed class ResampledMetricsTests
{
    [Fact]
    public void MeanAndSpread()
    {
        var metrics = ResampledMetrics.Of([new RegressionMetrics(1, 2, 3, 4), new RegressionMetrics(3, 2, 5, double.NegativeInfinity)]);
        Assert.Equal([2, 2, 4, double.NegativeInfinity], metrics.Mean.Values);
        Assert.Equal([Math.Sqrt(2), 0, Math.Sqrt(2), double.NaN], metrics.StandardDeviation.Values);
        Assert.Null(metrics.Confusion);
    }

    [Fact]
    public void OneResampleHasNoSpread() =>
        Assert.All(ResampledMetrics.Of([new RegressionMetrics(1, 2, 3, 4)]).StandardDeviation.Values, v => Assert.Equal(double.NaN, v));

    [Fact]
    public void CasesArePooled()
    {
        int[] truth = [0, 1, 1], predicted = [1, 1, 0];
        var one = ClassificationMetrics.Compute(["a", "b"], truth, predicted, new Matrix(3, 1));
        var pooled = ResampledMetrics.Of([one, one]).Confusion!;
        Assert.Equal((2, 2, 2, 0), (pooled[0, 0], pooled[1, 0], pooled[0, 1], pooled[1, 1]));
        Assert.Equal((6, 2), (pooled.Total, pooled.Hits));
    }

    [Fact]
    public void SumsKeepWhatRoundingLoses()
    {
        double[] values = [1e16, 1, -1e16];
        Assert.Equal(1.0 / 3, CompensatedSum.Mean(values), 15);
        var sum = new CompensatedSum();
        sum.Add(double.PositiveInfinity);
        Assert.Equal(double.PositiveInfinity, sum.Value);
    }
}
