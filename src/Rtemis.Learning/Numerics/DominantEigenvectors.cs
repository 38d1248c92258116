using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Random;

namespace Rtemis.Learning.Numerics;

/// <summary>Multiplies a symmetric matrix, which need not exist as such, with a vector.</summary>
delegate void SymmetricProduct(ReadOnlySpan<double> vector, Span<double> product);

/// <summary>
/// The eigenvectors of a symmetric matrix whose eigenvalues are largest in magnitude, by block power steps with Rayleigh-Ritz projections. Source: G.
/// H. Golub and C. F. Van Loan, "Matrix Computations", 4th ed. 2013, section 8.2.4. Quick where the eigenvalues fall quickly.
/// </summary>
static class DominantEigenvectors
{
    const int MostSteps = 100;
    const double Tolerance = 1e-14;

    /// <summary>The first eigenvalues and vectors, the largest magnitude first; signs are arbitrary.</summary>
    /// <param name="product">The matrix, of finite numbers.</param>
    /// <param name="size">Its rows.</param>
    /// <param name="count">How many vectors, at most <paramref name="size"/>.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static SymmetricEigen Of(SymmetricProduct product, int size, int count, CancellationToken cancellation)
    {
        // More vectors than are asked for: what is not yet found falls with the ratio of the first eigenvalue left out to the last one asked for.
        var block = Orthonormal(Start(size, Math.Min(size, 2 * count + 4)));
        for (var step = 1; ; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var images = Array.ConvertAll(block, vector => Image(product, vector));
            var small = SymmetricEigen.Of(Projection(block, images), cancellation);
            var values = small.Values[..count];
            var vectors = Combine(block, small.Vectors[..count]);
            if (block.Length == size || step == MostSteps || Error(Combine(images, small.Vectors[..count]), vectors, values) <= Tolerance * Math.Abs(values[0]))
                return new SymmetricEigen(values, vectors);
            block = Orthonormal(Combine(images, small.Vectors));
        }
    }

    // Random, so that no eigenvector can be at a right angle to all of them.
    static double[][] Start(int size, int count)
    {
        var random = new MersenneTwister(1);
        var vectors = new double[count][];
        for (var c = 0; c < count; c++)
        {
            vectors[c] = new double[size];
            for (var i = 0; i < size; i++) vectors[c][i] = random.NextUniform() - 0.5;
        }
        return vectors;
    }

    static double[] Image(SymmetricProduct product, double[] vector)
    {
        var image = new double[vector.Length];
        product(vector, image);
        return image;
    }

    // Gram-Schmidt; the second pass takes away what rounding left in the first.
    static double[][] Orthonormal(double[][] vectors)
    {
        for (var c = 0; c < vectors.Length; c++)
        {
            var vector = vectors[c];
            for (var pass = 0; pass < 2; pass++)
            {
                Normalize(vector);
                foreach (var before in vectors.AsSpan(0, c))
                    TensorPrimitives.MultiplyAdd(before, -TensorPrimitives.Dot<double>(before, vector), vector, vector);
            }
            Normalize(vector);
        }
        return vectors;
    }

    static void Normalize(double[] vector)
    {
        if (TensorPrimitives.Norm<double>(vector) is var norm and > 0) TensorPrimitives.Divide(vector, norm, vector);
    }

    static Matrix Projection(double[][] block, double[][] images)
    {
        var projection = new Matrix(block.Length, block.Length);
        for (var i = 0; i < block.Length; i++)
            for (var j = 0; j <= i; j++) projection[i, j] = projection[j, i] = TensorPrimitives.Dot<double>(block[i], images[j]);
        return projection;
    }

    static double[][] Combine(double[][] vectors, double[][] weights) => Array.ConvertAll(weights, shares =>
    {
        var sum = new double[vectors[0].Length];
        for (var c = 0; c < vectors.Length; c++) TensorPrimitives.MultiplyAdd(vectors[c], shares[c], sum, sum);
        return sum;
    });

    static double Error(double[][] images, double[][] vectors, double[] values)
    {
        var worst = 0.0;
        for (var c = 0; c < values.Length; c++)
        {
            TensorPrimitives.MultiplyAdd(vectors[c], -values[c], images[c], images[c]);
            worst = Math.Max(worst, TensorPrimitives.Norm<double>(images[c]));
        }
        return worst;
    }
}
