using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Numerics;

/// <summary>Products A'B of dense matrices, each cell the product of two columns that lie in one piece.</summary>
static class CrossProduct
{
    // Columns of a chunk of A stay in the second cache while those of B pass by.
    const int ChunkColumns = 32;

    /// <summary>A'B.</summary>
    public static Matrix Of(Matrix a, Matrix b, WorkSplit work)
    {
        var product = new Matrix(a.Columns, b.Columns);
        work.ForChunks(a.Columns, ChunkColumns, (_, start, end) =>
        {
            for (var j = 0; j < b.Columns; j++) Fill(a, start, end, b.Column(j), product.Column(j));
        });
        return product;
    }

    /// <summary>A'A.</summary>
    public static Matrix Of(Matrix a, WorkSplit work)
    {
        var product = new Matrix(a.Columns, a.Columns);
        work.ForChunks(a.Columns, ChunkColumns, (_, start, end) =>
        {
            for (var j = start; j < a.Columns; j++) Fill(a, start, Math.Min(end, j + 1), a.Column(j), product.Column(j));
        });
        for (var j = 0; j < a.Columns; j++)
            for (var i = 0; i < j; i++) product[j, i] = product[i, j];
        return product;
    }

    /// <summary>The matrix with rows and columns changed over.</summary>
    public static Matrix Transpose(Matrix a)
    {
        var transposed = new Matrix(a.Columns, a.Rows);
        for (var j = 0; j < a.Columns; j++)
        {
            var column = a.Column(j);
            for (var i = 0; i < column.Length; i++) transposed[j, i] = column[i];
        }
        return transposed;
    }

    static void Fill(Matrix a, int start, int end, ReadOnlySpan<double> column, Span<double> product)
    {
        var i = start;
        for (; i + 4 <= end; i += 4) Dots(a, i, column, product.Slice(i, 4));
        for (; i < end; i++) product[i] = TensorPrimitives.Dot(a.Column(i), column);
    }

    // Four columns at a time, whose sums don't wait for each other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Dots(Matrix a, int first, ReadOnlySpan<double> column, Span<double> sums)
    {
        ref var b = ref MemoryMarshal.GetReference(column);
        var c0 = a.Column(first);
        var c1 = a.Column(first + 1);
        var c2 = a.Column(first + 2);
        var c3 = a.Column(first + 3);
        ref var a0 = ref MemoryMarshal.GetReference(c0);
        ref var a1 = ref MemoryMarshal.GetReference(c1);
        ref var a2 = ref MemoryMarshal.GetReference(c2);
        ref var a3 = ref MemoryMarshal.GetReference(c3);
        var (s0, s1, s2, s3) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var i = 0;
        for (; i + Vector<double>.Count <= column.Length; i += Vector<double>.Count)
        {
            var x = Vector.LoadUnsafe(ref b, (nuint)i);
            s0 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref a0, (nuint)i), s0);
            s1 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref a1, (nuint)i), s1);
            s2 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref a2, (nuint)i), s2);
            s3 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref a3, (nuint)i), s3);
        }
        (sums[0], sums[1], sums[2], sums[3]) = (Vector.Sum(s0), Vector.Sum(s1), Vector.Sum(s2), Vector.Sum(s3));
        for (; i < column.Length; i++)
        {
            sums[0] += column[i] * c0[i];
            sums[1] += column[i] * c1[i];
            sums[2] += column[i] * c2[i];
            sums[3] += column[i] * c3[i];
        }
    }
}
