namespace Rtemis.Learning.Supervised.Gam;

/// <summary>
/// The thin plate kernel of one dimension and second order, |d|^3 / 12, between knots in rising order. Sums over all knots are taken from left to right
/// and back by moments that move along, so that a product with a vector costs as much as reading it. Source: S. N. Wood, "Thin plate regression
/// splines", Journal of the Royal Statistical Society B 65(1), 2003.
/// </summary>
sealed class ThinPlateKernel(double[] knots)
{
    /// <summary>At each knot, the sum over all knots of the kernel times the knot's share.</summary>
    public void Multiply(ReadOnlySpan<double> shares, Span<double> product)
    {
        product.Clear();
        AddCubes(shares, product, 0, 1);
        AddCubes(shares, product, knots.Length - 1, -1);
    }

    /// <summary>The second derivative of that sum at each knot.</summary>
    public double[] Curvatures(ReadOnlySpan<double> shares)
    {
        var sums = new double[knots.Length];
        AddDistances(shares, sums, 0, 1);
        AddDistances(shares, sums, knots.Length - 1, -1);
        return sums;
    }

    /// <summary>The slope of that sum at the first knot and at the last.</summary>
    public (double Left, double Right) Slopes(ReadOnlySpan<double> shares)
    {
        var (left, right) = (0.0, 0.0);
        for (var i = 0; i < knots.Length; i++)
        {
            left -= shares[i] * (knots[i] - knots[0]) * (knots[i] - knots[0]) / 4;
            right += shares[i] * (knots[^1] - knots[i]) * (knots[^1] - knots[i]) / 4;
        }
        return (left, right);
    }

    void AddCubes(ReadOnlySpan<double> shares, Span<double> sums, int first, int step)
    {
        double m0 = shares[first], m1 = 0, m2 = 0, m3 = 0;
        for (var i = first + step; i >= 0 && i < knots.Length; i += step)
        {
            var d = Math.Abs(knots[i] - knots[i - step]);
            m3 += d * (3 * m2 + d * (3 * m1 + d * m0));
            m2 += d * (2 * m1 + d * m0);
            m1 += d * m0;
            m0 += shares[i];
            sums[i] += m3 / 12;
        }
    }

    void AddDistances(ReadOnlySpan<double> shares, Span<double> sums, int first, int step)
    {
        double m0 = shares[first], m1 = 0;
        for (var i = first + step; i >= 0 && i < knots.Length; i += step)
        {
            m1 += Math.Abs(knots[i] - knots[i - step]) * m0;
            m0 += shares[i];
            sums[i] += m1 / 2;
        }
    }
}
