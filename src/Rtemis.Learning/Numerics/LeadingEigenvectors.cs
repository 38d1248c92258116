using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Random;

namespace Rtemis.Learning.Numerics;

/// <summary>Multiplies a symmetric matrix, which need not exist as such, with a vector.</summary>
delegate void SymmetricProduct(ReadOnlySpan<double> vector, Span<double> product);

/// <summary>
/// The eigenvectors of a symmetric matrix whose eigenvalues are largest in magnitude, by the Lanczos method with thick restarts and full
/// orthogonalisation. Source: K. Wu and H. Simon, "Thick-restart Lanczos method for large symmetric eigenvalue problems", SIAM Journal on Matrix
/// Analysis and Applications 22, 2000. For large matrices whose eigenvalues lie close together; of equal eigenvalues it may find one alone.
/// </summary>
static class LeadingEigenvectors
{
    const int MostRestarts = 200;

    /// <summary>The first eigenvalues and vectors, the largest magnitude first; signs are arbitrary.</summary>
    /// <param name="product">The matrix, of finite numbers.</param>
    /// <param name="size">Its rows.</param>
    /// <param name="count">How many vectors, at most <paramref name="size"/>.</param>
    /// <param name="tolerance">The largest error of a pair (the length of A v - value v) beside the largest eigenvalue.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static SymmetricEigen Of(SymmetricProduct product, int size, int count, double tolerance, CancellationToken cancellation)
    {
        var room = Math.Min(size, Math.Max(2 * count + 20, 40));
        var random = new MersenneTwister(1);
        List<double[]> basis = [RandomVector(size, random)];
        TensorPrimitives.Divide(basis[0], TensorPrimitives.Norm<double>(basis[0]), basis[0]);
        var projection = new Matrix(room, room);
        for (var restart = 0; ; restart++)
        {
            var next = Extend(basis, projection, product, random, cancellation, out var remainder);
            var small = SymmetricEigen.Of(projection, cancellation);
            var error = small.Vectors.Take(count).Max(v => Math.Abs(remainder * v[^1]));
            if (room == size || restart == MostRestarts || error <= tolerance * Math.Abs(small.Values[0]))
                return new SymmetricEigen(small.Values[..count], Combine(basis, small.Vectors[..count]));

            var kept = Math.Min(room - 1, (room + count) / 2);
            basis = [.. Combine(basis, small.Vectors[..kept]), next];
            projection = new Matrix(room, room);
            for (var i = 0; i < kept; i++) projection[i, i] = small.Values[i];
        }
    }

    // Fills the basis up; gives the vector that would come next, and the length of what it takes of the last one's image.
    static double[] Extend(
        List<double[]> basis, Matrix projection, SymmetricProduct product, MersenneTwister random, CancellationToken cancellation, out double remainder)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var last = basis.Count - 1;
            var image = new double[basis[last].Length];
            product(basis[last], image);
            var length = TensorPrimitives.Norm<double>(image);
            // The second pass takes away what rounding left in the first.
            for (var pass = 0; pass < 2; pass++)
            {
                for (var i = 0; i <= last; i++)
                {
                    var share = TensorPrimitives.Dot<double>(basis[i], image);
                    TensorPrimitives.MultiplyAdd(basis[i], -share, image, image);
                    projection[i, last] += share;
                    if (i != last) projection[last, i] += share;
                }
            }
            remainder = TensorPrimitives.Norm<double>(image);
            if (remainder <= image.Length * BidiagonalSvd.Epsilon * length) (image, remainder) = (Fresh(basis, random), 0);
            else TensorPrimitives.Divide(image, remainder, image);
            if (basis.Count == projection.Rows) return image;
            basis.Add(image);
        }
    }

    // The basis spans all that its first vector leads to: another start, at a right angle to it.
    static double[] Fresh(List<double[]> basis, MersenneTwister random)
    {
        var vector = RandomVector(basis[0].Length, random);
        for (var pass = 0; pass < 2; pass++)
            foreach (var known in basis) TensorPrimitives.MultiplyAdd(known, -TensorPrimitives.Dot<double>(known, vector), vector, vector);
        var length = TensorPrimitives.Norm<double>(vector);
        if (length > 0) TensorPrimitives.Divide(vector, length, vector);
        return vector;
    }

    static double[] RandomVector(int size, MersenneTwister random)
    {
        var vector = new double[size];
        foreach (ref var value in vector.AsSpan()) value = random.NextUniform() - 0.5;
        return vector;
    }

    static double[][] Combine(List<double[]> basis, double[][] weights) => Array.ConvertAll(weights, shares =>
    {
        var sum = new double[basis[0].Length];
        for (var i = 0; i < basis.Count; i++) TensorPrimitives.MultiplyAdd(basis[i], shares[i], sum, sum);
        return sum;
    });
}
