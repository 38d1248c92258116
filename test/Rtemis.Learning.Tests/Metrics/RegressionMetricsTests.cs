using Rtemis.Learning.Metrics;

namespace Rtemis.Learning.Tests.Metrics;

public sealed class RegressionMetricsTests
{
    [Fact]
    public void KnownAnswer()
    {
        var metrics = RegressionMetrics.Compute([1, 2, 3, 4], [1.1, 1.9, 3.2, 3.7]);
        Assert.Equal(0.175, metrics.Mae, 15);
        Assert.Equal(0.0375, metrics.Mse, 15);
        Assert.Equal(0.19364916731037085, metrics.Rmse, 15);
        Assert.Equal(0.97, metrics.Rsq, 15);
        Assert.Equal(["mae", "mse", "rmse", "rsq"], metrics.Overall.Names);
    }

    [Fact]
    public void AConstantTruthHasNoShareToExplain()
    {
        Assert.Equal(double.NegativeInfinity, RegressionMetrics.Compute([3], [2]).Rsq);
        Assert.Equal(double.NaN, RegressionMetrics.Compute([3, 3], [3, 3]).Rsq);
    }

    [Fact]
    public void ErrorsPassOverMissingPredictions()
    {
        var metrics = RegressionMetrics.Compute([1, 2, 3], [2, double.NaN, 3]);
        Assert.Equal((0.5, 0.5, double.NaN), (metrics.Mae, metrics.Mse, metrics.Rsq));
    }

    [Fact]
    public void NoCasesHaveNoErrors() => Assert.All(RegressionMetrics.Compute([], []).Overall.Values, v => Assert.Equal(double.NaN, v));
}
