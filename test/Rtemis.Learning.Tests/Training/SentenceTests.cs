using Rtemis.Data;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tests.Training;

public sealed class SentenceTests
{
    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(0.9, "0.90")]
    [InlineData(-0.089, "-0.09")]
    [InlineData(1, "1.00")]
    [InlineData(12345.678, "12345.68")]
    [InlineData(0.125, "0.12")]
    [InlineData(0.375, "0.38")]
    [InlineData(-0.625, "-0.62")]
    [InlineData(0.285, "0.28")]
    [InlineData(2.675, "2.67")]
    [InlineData(0.004, "4e-03")]
    [InlineData(0.0031, "3.1e-03")]
    [InlineData(-8.88e-17, "-8.9e-17")]
    [InlineData(1234567, "1.2e+06")]
    [InlineData(1e6, "1e+06")]
    [InlineData(double.NaN, "NA")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    public void TwoDecimalsWhereTheySaySomething(double value, string text) => Assert.Equal(text, TwoDecimals.Of(value));

    [Theory]
    [InlineData(0.36, "Done in 0.36 seconds.")]
    [InlineData(0.004, "Done in 4e-03 seconds.")]
    [InlineData(65, "Done in 1:05.")]
    [InlineData(3605, "Done in 1:00:05.")]
    [InlineData(100000, "Done in 27:46:40.")]
    public void ElapsedTime(double seconds, string text) => Assert.Equal(text, ElapsedText.Done(TimeSpan.FromSeconds(seconds)));

    // iris and a table of 32 rows and 11 numbers, as rtemis's own sentence gave them.
    [Fact]
    public void SizesAreThoseOfR()
    {
        string[] iris = ["Sepal.Length", "Sepal.Width", "Petal.Length", "Petal.Width"];
        var species = new FactorColumn("Species", new int[150], ["setosa", "versicolor", "virginica"]);
        Assert.Equal("8 kB", ObjectSize.Text([.. iris.Select(n => new DoubleColumn(n, new double[150])), species]));
        string[] cars = ["cyl", "disp", "hp", "drat", "wt", "qsec", "vs", "am", "gear", "carb", "mpg"];
        Assert.Equal("5.9 kB", ObjectSize.Text([.. cars.Select(n => new DoubleColumn(n, new double[32]))]));
    }
}
