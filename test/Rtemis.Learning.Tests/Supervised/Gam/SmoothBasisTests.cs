using Rtemis.Learning.Supervised.Gam;

namespace Rtemis.Learning.Tests.Supervised.Gam;

public class SmoothBasisTests
{
    static readonly double[] Knots = [.. Enumerable.Range(0, 40).Select(i => i + 0.3 * Math.Sin(i))];

    [Fact]
    public void The_kernels_products_are_those_of_its_definition()
    {
        double[] shares = [.. Knots.Select((_, i) => Math.Cos(3 * i))];
        var kernel = new ThinPlateKernel(Knots);
        var product = new double[Knots.Length];
        kernel.Multiply(shares, product);
        var curvatures = kernel.Curvatures(shares);
        for (var i = 0; i < Knots.Length; i++)
        {
            var expected = Knots.Zip(shares, (x, s) => s * Math.Pow(Math.Abs(Knots[i] - x), 3) / 12).Sum();
            Assert.Equal(expected, product[i], 1e-8);
            Assert.Equal(Knots.Zip(shares, (x, s) => s * Math.Abs(Knots[i] - x) / 2).Sum(), curvatures[i], 1e-9);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(40)]
    public void Curves_are_natural_splines_with_the_slopes_and_curvatures_that_they_tell(int size)
    {
        var basis = SmoothBasis.Of(Knots, size, CancellationToken.None);
        Assert.Equal(size - 2, basis.Curves.Length);
        const double h = 1e-4;
        foreach (var curve in basis.Curves)
        {
            var bend = curve.Curvatures.Max(Math.Abs);
            Assert.Equal(0, curve.Curvatures[0], 1e-8 * bend);
            Assert.Equal(0, curve.Curvatures[^1], 1e-8 * bend);
            // Slopes meet at every knot, at the ends too: the tails are straight.
            foreach (var x in Knots)
            {
                var (left, right) = ((curve.At(x) - curve.At(x - h)) / h, (curve.At(x + h) - curve.At(x)) / h);
                Assert.Equal(left, right, 2 * h * bend + 1e-8);
            }
        }
    }

    [Fact]
    public void Of_more_than_2000_different_values_as_many_are_drawn()
    {
        double[] values = [.. Enumerable.Range(0, 5000).Select(i => i * 7919 % 10007 / 10007.0)];
        var knots = SplineKnots.Choose("x", values, 5);
        Assert.Equal(2000, knots.Length);
        Assert.Equal(knots.Order(), knots);
        Assert.Empty(knots.Except(values));
    }
}
