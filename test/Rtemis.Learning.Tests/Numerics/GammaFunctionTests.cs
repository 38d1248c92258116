using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Tests.Numerics;

/// <summary>The gamma function and the normal distribution against R's <c>lgamma</c> and <c>pnorm</c>.</summary>
public sealed class GammaFunctionTests
{
    [Theory]
    [InlineData(1e-10, 23.025850929882736)]
    [InlineData(0.3, 1.0957979948180756)]
    [InlineData(1, 0)]
    [InlineData(1.5, -0.12078223763524518)]
    [InlineData(2, 0)]
    [InlineData(7.9, 8.3242658680088102)]
    [InlineData(8, 8.5251613610654147)]
    [InlineData(123.4, 469.33609744219063)]
    [InlineData(1e6, 12815504.569147611)]
    public void ItsLogarithmIsThatOfR(double x, double expected) => Assert.Equal(expected, GammaFunction.Log(x), 1e-14 * (1 + Math.Abs(expected)));

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 0.69146246127401301)]
    [InlineData(1.96, 0.97500210485177963)]
    [InlineData(5, 0.99999971334842808)]
    [InlineData(20, 1)]
    public void TheNormalProbabilityIsThatOfR(double x, double expected) => Assert.Equal(expected, NormalDistribution.Cumulative(x), 1e-15);
}
