using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rtemis.Learning.Neighbours;

/// <summary>
/// Points in blocks whose coordinates lie side by side, so that the distances of many from one point are summed at a time. Each is the sum over the
/// coordinates in their order, whichever block a point is in.
/// </summary>
sealed class PointBlocks
{
    /// <summary>The points of a block.</summary>
    public const int Size = 32;

    /// <summary>In a block with fewer points, the index of what is no point.</summary>
    public const int Nothing = -1;

    const int DimensionsBetweenLooks = 16;

    readonly double[] _values;
    readonly int[] _indexes;
    readonly int _dimensions;

    /// <summary>Room for blocks that are still empty.</summary>
    public PointBlocks(int count, int dimensions)
    {
        (Count, _dimensions) = (count, dimensions);
        _values = new double[checked(count * Size * dimensions)];
        _indexes = new int[count * Size];
        Array.Fill(_indexes, Nothing);
    }

    /// <summary>The number of blocks.</summary>
    public int Count { get; }

    /// <summary>All points in their order.</summary>
    public static PointBlocks Of(PointSet points)
    {
        var blocks = new PointBlocks((points.Count + Size - 1) / Size, points.Dimensions);
        int[] all = [.. Enumerable.Range(0, points.Count)];
        for (var b = 0; b < blocks.Count; b++) blocks.Fill(b, points, all.AsSpan(b * Size, Math.Min(Size, all.Length - b * Size)));
        return blocks;
    }

    /// <summary>The indexes of a block's points.</summary>
    public ReadOnlySpan<int> Indexes(int block) => _indexes.AsSpan(block * Size, Size);

    /// <summary>Puts points into a block.</summary>
    public void Fill(int block, PointSet points, ReadOnlySpan<int> indexes)
    {
        indexes.CopyTo(_indexes.AsSpan(block * Size));
        var values = _values.AsSpan(block * Size * _dimensions);
        for (var lane = 0; lane < indexes.Length; lane++)
        {
            var point = points[indexes[lane]];
            for (var j = 0; j < point.Length; j++) values[j * Size + lane] = point[j];
        }
    }

    /// <summary>Measures the points of a block from a point, or returns false where none of them is within the limit.</summary>
    /// <param name="block">The block.</param>
    /// <param name="point">The point.</param>
    /// <param name="limit">The largest measure of interest.</param>
    /// <param name="measures">Takes <see cref="Size"/> measures; those of what is no point have no meaning.</param>
    public bool Measure<TMeasure>(int block, ReadOnlySpan<double> point, double limit, Span<double> measures) where TMeasure : IPointMeasure
    {
        // Four sums at a time, so that none waits for itself.
        var width = 4 * Vector<double>.Count;
        ref var values = ref MemoryMarshal.GetReference(_values.AsSpan(block * Size * _dimensions, Size * _dimensions));
        var within = false;
        for (var lane = 0; lane < Size; lane += width)
            within |= MeasureLanes<TMeasure>(ref Unsafe.Add(ref values, lane), point, limit, measures[lane..]);
        return within;
    }

    static bool MeasureLanes<TMeasure>(ref double values, ReadOnlySpan<double> point, double limit, Span<double> measures) where TMeasure : IPointMeasure
    {
        var (limits, count) = (new Vector<double>(limit), Vector<double>.Count);
        var (a, b, c, d) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        for (var start = 0; start < point.Length; start += DimensionsBetweenLooks)
        {
            var end = Math.Min(point.Length, start + DimensionsBetweenLooks);
            for (var j = start; j < end; j++)
            {
                var x = new Vector<double>(point[j]);
                ref var at = ref Unsafe.Add(ref values, j * Size);
                a = TMeasure.Add(a, x - Vector.LoadUnsafe(ref at));
                b = TMeasure.Add(b, x - Vector.LoadUnsafe(ref at, (nuint)count));
                c = TMeasure.Add(c, x - Vector.LoadUnsafe(ref at, (nuint)(2 * count)));
                d = TMeasure.Add(d, x - Vector.LoadUnsafe(ref at, (nuint)(3 * count)));
            }
            if (!Vector.LessThanOrEqualAny(Vector.Min(Vector.Min(a, b), Vector.Min(c, d)), limits))
            {
                measures[..(4 * count)].Fill(double.PositiveInfinity);
                return false;
            }
        }
        a.CopyTo(measures);
        b.CopyTo(measures[count..]);
        c.CopyTo(measures[(2 * count)..]);
        d.CopyTo(measures[(3 * count)..]);
        return true;
    }
}
