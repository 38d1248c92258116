using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>Sums of products over some rows. A block of rows is copied together so that it stays in the processor's cache.</summary>
sealed class ProductBlock
{
    /// <summary>The rows of a block.</summary>
    public const int Rows = 256;

    // Rows of products that are computed at a time.
    const int Tile = 4;

    readonly int _count;
    readonly int _stride;
    readonly double[] _plain;
    readonly double[] _weighted;

    /// <param name="count">The number of columns.</param>
    public ProductBlock(int count)
    {
        _count = count;
        _stride = Padded(count);
        Products = new double[_stride * _stride];
        Slopes = new double[count];
        Sums = new double[count];
        _plain = new double[_stride * Rows];
        _weighted = new double[_stride * Rows];
    }

    /// <summary>The products, row after row of <see cref="Padded"/> many; above the diagonal only after <see cref="Mirror"/>.</summary>
    public double[] Products { get; }

    /// <summary>Products with the residuals.</summary>
    public double[] Slopes { get; }

    /// <summary>Weighted sums.</summary>
    public double[] Sums { get; }

    /// <summary>The number of columns with those that only fill the last tile.</summary>
    public static int Padded(int count) => (count + Tile - 1) / Tile * Tile;

    /// <summary>Adds rows.</summary>
    public void Add(double[][] columns, int[] chosen, double[]? weights, double[] residuals, int start, int end)
    {
        var length = end - start;
        var rest = residuals.AsSpan(start, length);
        for (var i = 0; i < _count; i++)
        {
            var plain = _plain.AsSpan(i * Rows, Rows);
            columns[chosen[i]].AsSpan(start, length).CopyTo(plain);
            plain[length..].Clear();
            Slopes[i] += TensorPrimitives.Dot<double>(plain[..length], rest);
            if (weights is null) continue;
            var weighted = _weighted.AsSpan(i * Rows, Rows);
            TensorPrimitives.Multiply(plain[..length], weights.AsSpan(start, length), weighted);
            weighted[length..].Clear();
            Sums[i] += TensorPrimitives.Sum<double>(weighted[..length]);
        }
        var left = weights is null ? _plain : _weighted;
        for (var row = 0; row < _stride; row += Tile)
            for (var column = 0; column < row + Tile; column += 2) AddTile(left, row, column);
    }

    /// <summary>Adds the sums of other rows.</summary>
    public void Add(ProductBlock other)
    {
        TensorPrimitives.Add(Products, other.Products, Products);
        TensorPrimitives.Add(Slopes, other.Slopes, Slopes);
        TensorPrimitives.Add(Sums, other.Sums, Sums);
    }

    /// <summary>Fills in the products above the diagonal.</summary>
    public void Mirror()
    {
        for (var row = 0; row < _count; row++)
            for (var column = row + 1; column < _count; column++) Products[row * _stride + column] = Products[column * _stride + row];
    }

    // Four rows by two columns: eight sums and six operands are what the registers hold.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void AddTile(double[] left, int row, int column)
    {
        ref var a = ref left[row * Rows];
        ref var b = ref _plain[column * Rows];
        Vector<double> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
        for (nuint i = 0; i < Rows; i += (nuint)Vector<double>.Count)
        {
            var x0 = Vector.LoadUnsafe(ref b, i);
            var x1 = Vector.LoadUnsafe(ref b, i + Rows);
            var y = Vector.LoadUnsafe(ref a, i);
            s00 = Vector.FusedMultiplyAdd(y, x0, s00);
            s01 = Vector.FusedMultiplyAdd(y, x1, s01);
            y = Vector.LoadUnsafe(ref a, i + Rows);
            s10 = Vector.FusedMultiplyAdd(y, x0, s10);
            s11 = Vector.FusedMultiplyAdd(y, x1, s11);
            y = Vector.LoadUnsafe(ref a, i + 2 * Rows);
            s20 = Vector.FusedMultiplyAdd(y, x0, s20);
            s21 = Vector.FusedMultiplyAdd(y, x1, s21);
            y = Vector.LoadUnsafe(ref a, i + 3 * Rows);
            s30 = Vector.FusedMultiplyAdd(y, x0, s30);
            s31 = Vector.FusedMultiplyAdd(y, x1, s31);
        }
        Put(row, column, s00, s01);
        Put(row + 1, column, s10, s11);
        Put(row + 2, column, s20, s21);
        Put(row + 3, column, s30, s31);
    }

    void Put(int row, int column, Vector<double> first, Vector<double> second)
    {
        var at = Products.AsSpan(row * _stride + column, 2);
        at[0] += Vector.Sum(first);
        at[1] += Vector.Sum(second);
    }
}
