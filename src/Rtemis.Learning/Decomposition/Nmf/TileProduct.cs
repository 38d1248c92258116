using System.Numerics;
using System.Runtime.CompilerServices;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>Products of small matrices with the vectors of a tile, and sums of such vectors' products.</summary>
static class TileProduct
{
    /// <summary>A matrix with every number in a whole vector, row by row.</summary>
    public static Vector<double>[] Spread(Matrix matrix)
    {
        var spread = new Vector<double>[checked(matrix.Rows * matrix.Columns)];
        for (var i = 0; i < matrix.Rows; i++)
            for (var a = 0; a < matrix.Columns; a++) spread[i * matrix.Columns + a] = new Vector<double>(matrix[i, a]);
        return spread;
    }

    /// <summary>The product of a matrix, spread, with a column of vectors; four rows at a time, whose sums don't wait for each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<Vector<double>> matrix, ReadOnlySpan<Vector<double>> column, Span<Vector<double>> product)
    {
        var width = column.Length;
        var i = 0;
        for (; i + 4 <= product.Length; i += 4)
        {
            var r0 = matrix.Slice(i * width, width);
            var r1 = matrix.Slice((i + 1) * width, width);
            var r2 = matrix.Slice((i + 2) * width, width);
            var r3 = matrix.Slice((i + 3) * width, width);
            var (s0, s1, s2, s3) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
            for (var a = 0; a < column.Length; a++)
            {
                var x = column[a];
                s0 = Vector.FusedMultiplyAdd(r0[a], x, s0);
                s1 = Vector.FusedMultiplyAdd(r1[a], x, s1);
                s2 = Vector.FusedMultiplyAdd(r2[a], x, s2);
                s3 = Vector.FusedMultiplyAdd(r3[a], x, s3);
            }
            (product[i], product[i + 1], product[i + 2], product[i + 3]) = (s0, s1, s2, s3);
        }
        for (; i < product.Length; i++)
        {
            var row = matrix.Slice(i * width, width);
            var sum = Vector<double>.Zero;
            for (var a = 0; a < column.Length; a++) sum = Vector.FusedMultiplyAdd(row[a], column[a], sum);
            product[i] = sum;
        }
    }

    /// <summary>Adds the product of each vector of one column with each of another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddOuter(ReadOnlySpan<Vector<double>> left, ReadOnlySpan<Vector<double>> right, Span<Vector<double>> sums)
    {
        for (var j = 0; j < left.Length; j++)
        {
            var x = left[j];
            var row = sums.Slice(j * right.Length, right.Length);
            for (var a = 0; a < row.Length; a++) row[a] = Vector.FusedMultiplyAdd(x, right[a], row[a]);
        }
    }
}
