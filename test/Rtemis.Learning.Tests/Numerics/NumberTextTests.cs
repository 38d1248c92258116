using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Tests.Numerics;

/// <summary>The texts are those of R's <c>as.character</c> and <c>formatC</c>.</summary>
public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(1.0 / 3, "0.333333333333333")]
    [InlineData(2.0 / 3, "0.666666666666667")]
    [InlineData(100000, "1e+05")]
    [InlineData(123456, "123456")]
    [InlineData(0.0001, "1e-04")]
    [InlineData(0.00012, "0.00012")]
    [InlineData(1e15, "1e+15")]
    [InlineData(1234567890123456, "1234567890123456")]
    [InlineData(123456789012345678, "123456789012345680")]
    [InlineData(1e22, "1e+22")]
    [InlineData(5e-324, "4.94065645841247e-324")]
    [InlineData(1e-300, "1e-300")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(999999999999999.9, "1e+15")]
    [InlineData(double.PositiveInfinity, "Inf")]
    [InlineData(double.NaN, "NaN")]
    public void NumbersHaveUpToFifteenDigits(double value, string expected) => Assert.Equal(expected, NumberText.Of(value));

    [Theory]
    [InlineData(12.21, 3, "12.2")]
    [InlineData(6.5, 3, "6.5")]
    [InlineData(1.29, 3, "1.29")]
    [InlineData(-0.02, 3, "-0.02")]
    [InlineData(1234.5, 3, "1.23e+03")]
    [InlineData(999.9, 3, "1e+03")]
    [InlineData(0.00001234, 3, "1.23e-05")]
    [InlineData(0.0001234, 3, "0.000123")]
    [InlineData(0.125, 3, "0.125")]
    [InlineData(1e10, 3, "1e+10")]
    [InlineData(2.5, 1, "2")]
    [InlineData(3.5, 1, "4")]
    [InlineData(0, 3, "0")]
    public void BoundsHaveAsManyDigitsAsAsked(double value, int digits, string expected) => Assert.Equal(expected, NumberText.General(value, digits));
}
