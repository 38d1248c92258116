using Rtemis.Learning.Metrics;

namespace Rtemis.Learning.Tests.Metrics;

public sealed class RocCurveTests
{
    [Fact]
    public void APointAThreshold()
    {
        var curve = RocCurve.Of([.1, .4, .4, .8], [0, 0, 1, 1], 1)!;
        Assert.Equal([0, 0, 0.5, 1], curve.FalsePositiveRate);
        Assert.Equal([0, 0.5, 1, 1], curve.TruePositiveRate);
        Assert.Equal(0.875, curve.Auc);
    }

    [Fact]
    public void NothingToTellApartHasNoCurve()
    {
        Assert.Null(RocCurve.Of([.1, .2], [1, 1], 1));
        Assert.Null(RocCurve.Of([], [], 1));
        Assert.Null(RocCurve.Of([double.NaN, .2], [0, 1], 1));
    }

    [Fact]
    public void CasesWithoutAScoreAreLeftOut() =>
        Assert.Equal(1, RocCurve.Of([.1, double.NaN, .8, double.PositiveInfinity], [0, 1, 1, 0], 1)!.Auc);

    [Fact]
    public void EqualScoresTellNothing()
    {
        var curve = RocCurve.Of([.5, .5, .5], [0, 1, 1], 1)!;
        Assert.Equal([0, 1], curve.FalsePositiveRate);
        Assert.Equal(0.5, curve.Auc);
    }

    [Fact]
    public void NeighboursInTheLastBitAreToldApart()
    {
        var curve = RocCurve.Of([1, Math.BitIncrement(1)], [0, 1], 1)!;
        Assert.Equal([0, 0, 1], curve.FalsePositiveRate);
        Assert.Equal([0, 1, 1], curve.TruePositiveRate);
    }

    [Theory]
    [InlineData(999, 1000)]
    [InlineData(1000, 1000)]
    [InlineData(5000, 1000)]
    public void LongCurvesAreThinned(int cases, int points)
    {
        var scores = Enumerable.Range(0, cases).Select(i => (double)i).ToArray();
        var curve = RocCurve.Of(scores, [.. scores.Select(s => s % 3 == 0 ? 1 : 0)], 1)!;
        Assert.Equal(points, curve.FalsePositiveRate.Length);
        Assert.Equal((0, 0), (curve.FalsePositiveRate[0], curve.TruePositiveRate[0]));
        Assert.Equal((1, 1), (curve.FalsePositiveRate[^1], curve.TruePositiveRate[^1]));
        Assert.True(curve.FalsePositiveRate.Zip(curve.FalsePositiveRate.Skip(1)).All(p => p.First <= p.Second));
    }
}
