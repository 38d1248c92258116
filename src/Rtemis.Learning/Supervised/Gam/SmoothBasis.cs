using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>
/// A feature's thin plate regression spline: a line, and curves that are natural cubic splines. The curves are those of the kernel's dominant
/// eigenvectors that have no line in them, so combined that the sum of squared coefficients is the roughness, the integral of the squared second
/// derivative but for a constant. Source: S. N. Wood, "Thin plate regression splines", Journal of the Royal Statistical Society B 65(1), 2003.
/// </summary>
/// <param name="Curves">The curves, roughness 1 each.</param>
/// <param name="Center">Where the line crosses zero.</param>
/// <param name="Scale">How far from there the line reaches 1.</param>
/// <param name="Origin">What the curves were made from, mgcv's own basis but for its scale: for each of its curves, a column with its coordinates in these.</param>
sealed record SmoothBasis(NaturalSpline[] Curves, double Center, double Scale, Matrix Origin)
{
    const double Tolerance = 1e-14;

    /// <summary>Makes the basis.</summary>
    /// <param name="knots">Where the curves may bend, rising; at least <paramref name="size"/>.</param>
    /// <param name="size">The dimension of the basis with its constant: 3 or more.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static SmoothBasis Of(double[] knots, int size, CancellationToken cancellation)
    {
        var center = TensorPrimitives.Average<double>(knots);
        var scale = (knots[^1] - knots[0]) / 2;
        var points = Array.ConvertAll(knots, x => (x - center) / scale);
        var kernel = new ThinPlateKernel(points);
        var eigen = Rising(LeadingEigenvectors.Of(kernel.Multiply, knots.Length, size, Tolerance, cancellation));
        var free = Free(eigen, points);
        var roughness = SymmetricEigen.Of(Roughness(free, eigen.Values), cancellation);
        // Above 0 but for rounding.
        var roots = Array.ConvertAll(roughness.Values, v => Math.Sqrt(Math.Max(BidiagonalSvd.Epsilon * roughness.Values[0], v)));
        var curves = new NaturalSpline[free.Length];
        var origin = new Matrix(free.Length, free.Length);
        for (var i = 0; i < curves.Length; i++)
        {
            var share = new double[size];
            for (var c = 0; c < free.Length; c++)
            {
                origin[i, c] = roughness.Vectors[i][c] * roots[i];
                TensorPrimitives.MultiplyAdd(free[c], roughness.Vectors[i][c] / roots[i], share, share);
            }
            curves[i] = Curve(kernel, eigen, share, knots, scale);
        }
        return new SmoothBasis(curves, center, scale, origin);
    }

    static SymmetricEigen Rising(SymmetricEigen eigen)
    {
        var order = Enumerable.Range(0, eigen.Values.Length).OrderBy(i => eigen.Values[i]).ToArray();
        return new SymmetricEigen(Array.ConvertAll(order, i => eigen.Values[i]), Array.ConvertAll(order, i => eigen.Vectors[i]));
    }

    // The combinations of the eigenvectors at right angles to constant and line that mgcv takes, in its order.
    static double[][] Free(SymmetricEigen eigen, double[] points)
    {
        var first = Reflector.Of(Array.ConvertAll(eigen.Vectors, v => TensorPrimitives.Sum<double>(v)), 0, out _);
        var line = Array.ConvertAll(eigen.Vectors, v => TensorPrimitives.Dot<double>(v, points));
        first.Apply(line);
        var second = Reflector.Of(line.AsSpan(1), 1, out _);
        var free = new double[line.Length - 2][];
        for (var c = 0; c < free.Length; c++)
        {
            free[c] = new double[line.Length];
            free[c][^(c + 1)] = 1;
            second.Apply(free[c].AsSpan(1));
            first.Apply(free[c]);
        }
        return free;
    }

    static Matrix Roughness(double[][] shares, double[] values)
    {
        var roughness = new Matrix(shares.Length, shares.Length);
        for (var i = 0; i < shares.Length; i++)
            for (var j = 0; j < shares.Length; j++)
                for (var c = 0; c < values.Length; c++) roughness[i, j] += shares[i][c] * values[c] * shares[j][c];
        return roughness;
    }

    static NaturalSpline Curve(ThinPlateKernel kernel, SymmetricEigen eigen, double[] share, double[] knots, double scale)
    {
        var sources = new double[knots.Length];
        var values = new double[knots.Length];
        for (var c = 0; c < share.Length; c++)
        {
            TensorPrimitives.MultiplyAdd(eigen.Vectors[c], share[c], sources, sources);
            // The kernel's product with an eigenvector needs no sum.
            TensorPrimitives.MultiplyAdd(eigen.Vectors[c], share[c] * eigen.Values[c], values, values);
        }
        var curvatures = kernel.Curvatures(sources);
        TensorPrimitives.Divide(curvatures, scale * scale, curvatures);
        var (left, right) = kernel.Slopes(sources);
        return new NaturalSpline(knots, values, curvatures, left / scale, right / scale);
    }
}
