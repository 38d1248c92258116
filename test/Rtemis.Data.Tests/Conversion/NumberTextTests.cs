namespace Rtemis.Data.Tests;

public class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(1.0 / 3, "0.333333333333333")]
    [InlineData(-1.0 / 3, "-0.333333333333333")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.0001, "1e-04")]
    [InlineData(0.00012, "0.00012")]
    [InlineData(0.000012, "1.2e-05")]
    [InlineData(10000, "10000")]
    [InlineData(100000, "1e+05")]
    [InlineData(123456, "123456")]
    [InlineData(1200000, "1200000")]
    [InlineData(1234567.1, "1234567.1")]
    [InlineData(1e15, "1e+15")]
    [InlineData(123456789012345, "123456789012345")]
    [InlineData(1e-300, "1e-300")]
    [InlineData(1.5e300, "1.5e+300")]
    [InlineData(3.141592653589793, "3.14159265358979")]
    [InlineData(9999999999999999, "1e+16")]
    [InlineData(double.PositiveInfinity, "Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    public void Numbers_are_written_as_R_writes_them(double value, string text) => Assert.Equal(text, NumberText.Of(value));

    [Fact]
    public void Zero_has_no_sign() => Assert.Equal("0", NumberText.Of(-0.0));
}
