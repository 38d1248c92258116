using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// Coefficients b that minimise |y - X b|, from the triangular factor of (X y). Columns that are linear combinations of those before them, to a
/// relative tolerance of 1e-11, are left out as R's <c>glm.fit</c> leaves them out: they move to the end, and their coefficients are zero.
/// Source: the LINPACK routine <c>dqrdc2</c> as R documents it (<c>?qr</c>); G. H. Golub and C. F. Van Loan, "Matrix Computations", section 5.3.
/// </summary>
static class LeastSquares
{
    const double Tolerance = 1e-11;

    /// <summary>Solves.</summary>
    /// <param name="augmented">X, and y as its last column.</param>
    /// <param name="context">Threads and cancellation.</param>
    /// <returns>The coefficients, and which columns were left out.</returns>
    public static LeastSquaresSolution Solve(IChunkedMatrix augmented, RunContext context)
    {
        var columns = augmented.Columns - 1;
        var factor = TallFactor.Of(augmented, context);
        var order = new int[columns];
        for (var j = 0; j < columns; j++) order[j] = j;
        var norms = new double[columns];
        for (var j = 0; j < columns; j++) norms[j] = Norm(factor, j, 0);
        var rank = HasFullRank(factor, norms) ? columns : Pivot(factor, order, norms);

        var coefficients = new double[columns];
        for (var i = rank - 1; i >= 0; i--)
        {
            var sum = factor[i, columns];
            for (var j = i + 1; j < rank; j++) sum -= factor[i, order[j]] * coefficients[order[j]];
            coefficients[order[i]] = sum / factor[i, order[i]];
        }
        var aliased = new bool[columns];
        foreach (var column in order.AsSpan(rank)) aliased[column] = true;
        return new LeastSquaresSolution(coefficients, aliased);
    }

    // The factor is triangular already: what a column has beyond those before it is its diagonal value.
    static bool HasFullRank(Matrix factor, double[] norms)
    {
        if (factor.Rows < norms.Length) return false;
        for (var j = 0; j < norms.Length; j++)
            if (!(Math.Abs(factor[j, j]) >= Tolerance * norms[j]) || norms[j] == 0) return false;
        return true;
    }

    // Factors again with the columns that have nothing of their own behind the others. Gives the rank.
    static int Pivot(Matrix factor, int[] order, double[] norms)
    {
        var rank = order.Length;
        var step = 0;
        while (step < Math.Min(rank, factor.Rows))
        {
            var column = order[step];
            if (norms[column] == 0 || !(Norm(factor, column, step) >= Tolerance * norms[column]))
            {
                order.AsSpan(step + 1).CopyTo(order.AsSpan(step));
                order[^1] = column;
                rank--;
                continue;
            }
            var pivot = factor.Column(column);
            var tail = pivot[(step + 1)..];
            var tau = Reflector.Make(ref pivot[step], tail);
            for (var k = 0; k < factor.Columns; k++)
            {
                if (k < order.Length && Array.IndexOf(order, k) <= step) continue;
                var target = factor.Column(k);
                Reflector.Apply(tau, tail, ref target[step], target[(step + 1)..]);
            }
            step++;
        }
        return step;
    }

    static double Norm(Matrix factor, int column, int from) => TensorPrimitives.Norm<double>(factor.Column(column)[from..]);
}
