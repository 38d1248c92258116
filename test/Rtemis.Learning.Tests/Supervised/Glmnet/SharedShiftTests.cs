using Rtemis.Learning.Supervised.Glmnet;

namespace Rtemis.Learning.Tests.Supervised.Glmnet;

public sealed class SharedShiftTests
{
    [Theory]
    [InlineData(0, 2.5)]
    [InlineData(1, 1.5)]
    public void TheEndsAreMeanAndMedian(double alpha, double expected) => Assert.Equal(expected, SharedShift.Of([1, 7, 2, 0], alpha), 1e-15);

    [Fact]
    public void EqualCoefficientsAreTakenAway() => Assert.Equal(3, SharedShift.Of([3, 3, 3], 0.5));

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void NoOtherShiftIsPenalizedLess(double alpha)
    {
        var random = new System.Random(5);
        for (var trial = 0; trial < 50; trial++)
        {
            double[] row = [.. Enumerable.Range(0, 3 + trial % 4).Select(_ => random.NextDouble() * (trial % 3 == 0 ? 10 : 1))];
            double Penalty(double shift) => row.Sum(b => (1 - alpha) / 2 * (b - shift) * (b - shift) + alpha * Math.Abs(b - shift));
            var least = Penalty(SharedShift.Of(row, alpha));
            for (var shift = -1.0; shift < 11; shift += 0.01) Assert.True(least <= Penalty(shift) + 1e-12);
        }
    }
}
