using Rtemis.Learning.Data;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// Eigenvalues and orthonormal eigenvectors of a symmetric matrix: Householder reduction to three diagonals, then implicit QR steps with Wilkinson's
/// shift. Source: G. H. Golub and C. F. Van Loan, "Matrix Computations", 4th ed. 2013, section 8.3. The vectors' signs are arbitrary.
/// </summary>
/// <param name="Values">The eigenvalues, the largest magnitude first.</param>
/// <param name="Vectors">The vector of each.</param>
sealed record SymmetricEigen(double[] Values, double[][] Vectors)
{
    const int StepsPerValue = 60;

    /// <summary>Decomposes a matrix, of which both triangles must be filled in with finite numbers.</summary>
    /// <exception cref="LearningException">A number is not finite.</exception>
    public static SymmetricEigen Of(Matrix matrix, CancellationToken cancellation)
    {
        var size = matrix.Rows;
        var columns = Enumerable.Range(0, size).Select(c => matrix.Column(c).ToArray()).ToArray();
        var reduction = new TridiagonalReduction(columns, null, cancellation);
        var diagonal = reduction.Diagonal;
        var vectors = Enumerable.Range(0, size).Select(i => Axis(i, size)).ToArray();
        Diagonalize(diagonal, reduction.Beside, vectors, cancellation);
        foreach (var vector in vectors) reduction.Apply(vector);
        var order = Enumerable.Range(0, size).OrderByDescending(i => Math.Abs(diagonal[i])).ToArray();
        return new SymmetricEigen(Array.ConvertAll(order, i => diagonal[i]), Array.ConvertAll(order, i => vectors[i]));
    }

    static double[] Axis(int index, int size)
    {
        var axis = new double[size];
        axis[index] = 1;
        return axis;
    }

    static void Diagonalize(double[] d, double[] e, double[][] vectors, CancellationToken cancellation)
    {
        var budget = StepsPerValue * (long)d.Length;
        for (var last = d.Length - 1; last > 0;)
        {
            if (IsSmall(last - 1))
            {
                last--;
                continue;
            }
            var first = last - 1;
            while (first > 0 && !IsSmall(first - 1)) first--;
            cancellation.ThrowIfCancellationRequested();
            if (budget-- == 0) throw new LearningException("simpleError", "Eigenvalues of a matrix could not be found: its numbers are not finite.");
            Step(d, e, vectors, first, last);
        }

        bool IsSmall(int i) => Math.Abs(e[i]) <= BidiagonalSvd.Epsilon * (Math.Abs(d[i]) + Math.Abs(d[i + 1]));
    }

    static void Step(double[] d, double[] e, double[][] vectors, int first, int last)
    {
        var half = (d[last - 1] - d[last]) / 2;
        var corner = e[last - 1];
        var shift = d[last] - corner * corner / (half + Math.CopySign(Math.Sqrt(half * half + corner * corner), half));
        var (x, bulge) = (d[first] - shift, e[first]);
        for (var k = first; k < last; k++)
        {
            var rotation = PlaneRotation.Clearing(x, bulge, out var length);
            if (k > first) e[k - 1] = length;
            var (c, s) = rotation;
            var (upper, beside, lower) = (d[k], e[k], d[k + 1]);
            d[k] = c * c * upper + 2 * c * s * beside + s * s * lower;
            d[k + 1] = s * s * upper - 2 * c * s * beside + c * c * lower;
            e[k] = c * s * (lower - upper) + (c * c - s * s) * beside;
            if (k + 1 < last) (x, bulge, e[k + 1]) = (e[k], s * e[k + 1], c * e[k + 1]);
            rotation.Apply(vectors[k], vectors[k + 1]);
        }
    }
}
