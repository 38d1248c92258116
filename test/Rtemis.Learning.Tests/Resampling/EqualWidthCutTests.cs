using Rtemis.Learning.Resampling;

namespace Rtemis.Learning.Tests.Resampling;

public class EqualWidthCutTests
{
    [Theory]
    [InlineData(7, 3, "1 1 1 2 2 3 3")]
    [InlineData(3, 5, "1 3 5")]
    [InlineData(5, 4, "1 1 2 3 4")]
    public void Intervals_are_those_of_R(int last, int count, string expected) =>
        Assert.Equal(expected, Cut([.. Enumerable.Range(1, last).Select(i => (double)i)], count));

    [Fact]
    public void A_constant_lands_where_it_does_in_R() =>
        Assert.Equal("1 2 2 3 3 4 4 5 5 6 6", string.Join(' ', Enumerable.Range(2, 11).Select(count => Cut([1], count))));

    [Fact]
    public void A_missing_value_is_in_no_interval() => Assert.Equal("1 0 2", Cut([0, double.NaN, 1], 2));

    static string Cut(double[] values, int count) => string.Join(' ', EqualWidthCut.Intervals(values, count).Select(i => i + 1));
}
