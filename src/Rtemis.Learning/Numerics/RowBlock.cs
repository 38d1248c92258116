using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// Rows that are folded into a triangular factor by Householder reflections: one for each column, over the factor's diagonal cell and the
/// block's rows. The block's columns are padded with zeros, which take no part, to whole vectors.
/// </summary>
sealed class RowBlock
{
    readonly double[] _values;
    readonly int _columns;
    readonly int _length;

    public RowBlock(int rows, int columns)
    {
        var width = Vector<double>.Count;
        _length = (rows + width - 1) / width * width;
        _columns = columns;
        _values = new double[(long)_length * columns];
    }

    /// <summary>Takes rows of a matrix, from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public void Fill(ITallMatrix source, int start, int end)
    {
        for (var c = 0; c < _columns; c++)
        {
            var column = Column(c);
            source.Read(c, start, column[..(end - start)]);
            column[(end - start)..].Clear();
        }
    }

    /// <summary>Takes all rows of a matrix.</summary>
    public void Fill(Matrix source)
    {
        for (var c = 0; c < _columns; c++)
        {
            source.Column(c).CopyTo(Column(c));
            Column(c)[source.Rows..].Clear();
        }
    }

    /// <summary>Makes <paramref name="factor"/> the triangular factor of its own rows and these. The block's content is used up.</summary>
    public void FoldInto(Matrix factor)
    {
        for (var j = 0; j < factor.Rows; j++)
        {
            var axis = Column(j);
            var square = TensorPrimitives.Dot<double>(axis, axis);
            if (square == 0) continue;
            var head = factor[j, j];
            var length = Math.Sqrt(head * head + square);
            var diagonal = head < 0 ? length : -length;
            TensorPrimitives.Divide(axis, head - diagonal, axis);
            factor[j, j] = diagonal;
            Reflect(axis, (diagonal - head) / diagonal, factor, j);
        }
    }

    void Reflect(ReadOnlySpan<double> axis, double scale, Matrix factor, int j)
    {
        Span<double> shares = stackalloc double[4];
        var k = j + 1;
        for (; k + 4 <= _columns; k += 4)
        {
            Dots(axis, k, shares);
            for (var i = 0; i < 4; i++)
            {
                shares[i] = -scale * (factor[j, k + i] + shares[i]);
                factor[j, k + i] += shares[i];
            }
            Add(axis, k, shares);
        }
        for (; k < _columns; k++)
        {
            var column = Column(k);
            var share = -scale * (factor[j, k] + TensorPrimitives.Dot<double>(axis, column));
            factor[j, k] += share;
            TensorPrimitives.MultiplyAdd(axis, share, column, column);
        }
    }

    // Four columns at a time: the axis is loaded once for them, and their sums don't wait for each other. Compiled optimized at once: a fit
    // is often the first and only one of its process.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Dots(ReadOnlySpan<double> axis, int first, Span<double> sums)
    {
        ref var a = ref MemoryMarshal.GetReference(axis);
        ref var c0 = ref MemoryMarshal.GetReference(Column(first));
        ref var c1 = ref MemoryMarshal.GetReference(Column(first + 1));
        ref var c2 = ref MemoryMarshal.GetReference(Column(first + 2));
        ref var c3 = ref MemoryMarshal.GetReference(Column(first + 3));
        var (s0, s1, s2, s3) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        for (nuint i = 0; i < (nuint)_length; i += (nuint)Vector<double>.Count)
        {
            var x = Vector.LoadUnsafe(ref a, i);
            s0 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref c0, i), s0);
            s1 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref c1, i), s1);
            s2 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref c2, i), s2);
            s3 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref c3, i), s3);
        }
        (sums[0], sums[1], sums[2], sums[3]) = (Vector.Sum(s0), Vector.Sum(s1), Vector.Sum(s2), Vector.Sum(s3));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Add(ReadOnlySpan<double> axis, int first, ReadOnlySpan<double> shares)
    {
        ref var a = ref MemoryMarshal.GetReference(axis);
        ref var c0 = ref MemoryMarshal.GetReference(Column(first));
        ref var c1 = ref MemoryMarshal.GetReference(Column(first + 1));
        ref var c2 = ref MemoryMarshal.GetReference(Column(first + 2));
        ref var c3 = ref MemoryMarshal.GetReference(Column(first + 3));
        var (s0, s1) = (Vector.Create(shares[0]), Vector.Create(shares[1]));
        var (s2, s3) = (Vector.Create(shares[2]), Vector.Create(shares[3]));
        for (nuint i = 0; i < (nuint)_length; i += (nuint)Vector<double>.Count)
        {
            var x = Vector.LoadUnsafe(ref a, i);
            Vector.FusedMultiplyAdd(x, s0, Vector.LoadUnsafe(ref c0, i)).StoreUnsafe(ref c0, i);
            Vector.FusedMultiplyAdd(x, s1, Vector.LoadUnsafe(ref c1, i)).StoreUnsafe(ref c1, i);
            Vector.FusedMultiplyAdd(x, s2, Vector.LoadUnsafe(ref c2, i)).StoreUnsafe(ref c2, i);
            Vector.FusedMultiplyAdd(x, s3, Vector.LoadUnsafe(ref c3, i)).StoreUnsafe(ref c3, i);
        }
    }

    Span<double> Column(int index) => _values.AsSpan(checked(index * _length), _length);
}
