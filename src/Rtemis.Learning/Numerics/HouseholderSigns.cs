using System.Numerics.Tensors;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// Gives the rows of a triangular factor the signs that plain Householder reflections of the whole matrix would have given them. Source: G.
/// Ballard, J. Demmel, L. Grigori, M. Jacquelin, H. D. Nguyen and E. Solomonik, "Reconstructing Householder vectors from tall-skinny QR",
/// IPDPS 2014: the signs come out of an elimination on the upper square of Q.
/// </summary>
static class HouseholderSigns
{
    /// <summary>Changes the signs of <paramref name="factor"/>'s rows, R of <paramref name="source"/>.</summary>
    public static void Restore(Matrix factor, ITallMatrix source)
    {
        var size = factor.Rows;
        var q = UpperSquare(factor, source);
        for (var j = 0; j < size; j++)
        {
            var pivots = q[j];
            var sign = pivots[j] < 0 ? 1 : -1;
            var pivot = pivots[j] - sign;
            for (var k = j + 1; k < size; k++)
            {
                var rest = q[k].AsSpan(j + 1);
                TensorPrimitives.MultiplyAdd(pivots.AsSpan(j + 1), -q[k][j] / pivot, rest, rest);
            }
            if (sign > 0) continue;
            for (var k = j; k < size; k++) factor[j, k] = -factor[j, k];
        }
    }

    // The first rows of Q = X / R, by columns; zeros where R has no direction to give.
    static double[][] UpperSquare(Matrix factor, ITallMatrix source)
    {
        var size = factor.Rows;
        var least = size * BidiagonalSvd.Epsilon * TensorPrimitives.MaxMagnitude<double>(factor.Values);
        var q = new double[size][];
        for (var j = 0; j < size; j++)
        {
            var column = q[j] = new double[size];
            if (!(Math.Abs(factor[j, j]) > Math.Abs(least))) continue;
            source.Read(j, 0, column);
            for (var k = 0; k < j; k++) TensorPrimitives.MultiplyAdd(q[k], -factor[k, j], column, column);
            TensorPrimitives.Divide(column, factor[j, j], column);
        }
        return q;
    }
}
