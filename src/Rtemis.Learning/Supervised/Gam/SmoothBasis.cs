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
sealed record SmoothBasis(NaturalSpline[] Curves, double Center, double Scale)
{
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
        var eigen = DominantEigenvectors.Of(kernel.Multiply, knots.Length, size, cancellation);
        var curves = Bends(eigen, points, cancellation).Select(share => Curve(kernel, eigen, share, knots, scale)).ToArray();
        return new SmoothBasis(curves, center, scale);
    }

    // The combinations of the eigenvectors at right angles to constant and line, each of roughness 1.
    static IEnumerable<double[]> Bends(SymmetricEigen eigen, double[] points, CancellationToken cancellation)
    {
        var lines = new[]
        {
            Array.ConvertAll(eigen.Vectors, v => TensorPrimitives.Sum<double>(v)),
            Array.ConvertAll(eigen.Vectors, v => TensorPrimitives.Dot<double>(v, points)),
        };
        var first = Reflector.Of(lines[0], 0, out _);
        first.Apply(lines[1]);
        var second = Reflector.Of(lines[1].AsSpan(1), 1, out _);
        var free = Enumerable.Range(2, eigen.Values.Length - 2).Select(i =>
        {
            var axis = new double[eigen.Values.Length];
            axis[i] = 1;
            second.Apply(axis.AsSpan(1));
            first.Apply(axis);
            return axis;
        }).ToArray();
        var roughness = SymmetricEigen.Of(Roughness(free, eigen.Values), cancellation);
        // Above 0 but for rounding.
        var least = BidiagonalSvd.Epsilon * roughness.Values[0];
        return roughness.Vectors.Select((vector, i) =>
        {
            var share = new double[eigen.Values.Length];
            for (var c = 0; c < free.Length; c++) TensorPrimitives.MultiplyAdd(free[c], vector[c] / Math.Sqrt(Math.Max(least, roughness.Values[i])), share, share);
            return share;
        });
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
