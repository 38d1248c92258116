using System.Numerics;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>
/// Cases packed so that the products of many of them with one point take a single walk through memory: sixteen cases a tile, their first feature,
/// their second, and so on. Each product is summed feature by feature in their order, never fused, so it has the same bits on every machine.
/// </summary>
sealed class CaseTiles
{
    /// <summary>The cases of a tile; a multiple of every vector's length.</summary>
    public const int Width = 16;

    readonly double[] _values;

    CaseTiles(int count, int columns)
    {
        Count = count;
        Columns = columns;
        Tiles = (count + Width - 1) / Width;
        _values = new double[(long)Tiles * Width * columns];
        Norms = new double[Tiles * Width];
    }

    /// <summary>The number of cases; the last tile is filled up with zeros.</summary>
    public int Count { get; }

    /// <summary>The number of features.</summary>
    public int Columns { get; }

    /// <summary>The number of tiles.</summary>
    public int Tiles { get; }

    /// <summary>The product of each case with itself, tile by tile.</summary>
    public double[] Norms { get; }

    /// <summary>Packs the given 0-based rows of a table, in that order.</summary>
    public static CaseTiles Of(Matrix table, ReadOnlySpan<int> rows)
    {
        var tiles = new CaseTiles(rows.Length, table.Columns);
        for (var c = 0; c < table.Columns; c++)
        {
            var column = table.Column(c);
            for (var i = 0; i < rows.Length; i++)
            {
                var value = column[rows[i]];
                tiles._values[tiles.Place(i, c)] = value;
                tiles.Norms[i] += value * value;
            }
        }
        return tiles;
    }

    /// <summary>A case's features.</summary>
    public double[] Case(int index)
    {
        var point = new double[Columns];
        for (var c = 0; c < Columns; c++) point[c] = _values[Place(index, c)];
        return point;
    }

    /// <summary>The products of the cases of some tiles with a point.</summary>
    /// <param name="point">One value a feature.</param>
    /// <param name="first">The first tile.</param>
    /// <param name="end">The tile after the last.</param>
    /// <param name="products">Receives one number a case, from the first tile's first on.</param>
    public void Products(ReadOnlySpan<double> point, int first, int end, Span<double> products)
    {
        var step = Vector<double>.Count;
        for (var t = first; t < end; t++)
        {
            var tile = _values.AsSpan(t * Width * Columns, Width * Columns);
            var sums = products.Slice((t - first) * Width, Width);
            for (var lane = 0; lane < Width; lane += 4 * step) Multiply(point, tile[lane..], sums[lane..]);
        }
    }

    // Four running vectors hide the time that an addition takes.
    static void Multiply(ReadOnlySpan<double> point, ReadOnlySpan<double> tile, Span<double> sums)
    {
        var step = Vector<double>.Count;
        var (a, b, c, d) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        for (var k = 0; k < point.Length; k++)
        {
            var factor = new Vector<double>(point[k]);
            var lanes = tile[(k * Width)..];
            a += factor * new Vector<double>(lanes);
            b += factor * new Vector<double>(lanes[step..]);
            c += factor * new Vector<double>(lanes[(2 * step)..]);
            d += factor * new Vector<double>(lanes[(3 * step)..]);
        }
        a.CopyTo(sums);
        b.CopyTo(sums[step..]);
        c.CopyTo(sums[(2 * step)..]);
        d.CopyTo(sums[(3 * step)..]);
    }

    long Place(int index, int column) => ((long)(index / Width) * Columns + column) * Width + index % Width;
}
