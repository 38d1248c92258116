using System.Runtime.Intrinsics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Knn;

/// <summary>
/// Cases in groups of eight that lie side by side, column by column, so that eight distances are summed at a time. Each of them is the sum over the
/// columns in their order, to the bit what a loop over one case gives.
/// </summary>
sealed class CaseGroups
{
    /// <summary>The cases of a group.</summary>
    public const int Size = 8;

    const int Half = Size / 2;
    const int ColumnsBetweenLooks = 8;
    const int ChunkGroups = 512;

    readonly double[] _values;
    readonly int _columns;
    readonly double _power;
    readonly int _columnsBetweenLooks;

    /// <summary>Arranges cases.</summary>
    /// <param name="cases">The cases one after the other, each with its columns.</param>
    /// <param name="count">Their number.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="power">The power of the Minkowski distance.</param>
    /// <param name="context">Arranges them on several threads.</param>
    public CaseGroups(double[] cases, int count, int columns, double power, RunContext context)
    {
        (Cases, _columns, _power) = (count, columns, power);
        Count = (count + Size - 1) / Size;
        // Other powers cost more than a look at whether the group is far enough already.
        _columnsBetweenLooks = power is 1 or 2 ? ColumnsBetweenLooks : 1;
        _values = new double[(long)Count * columns * Size];
        context.Work.ForChunks(Count, ChunkGroups, (_, start, end) =>
        {
            for (var i = start * Size; i < Math.Min(count, end * Size); i++)
            {
                var (group, lane) = Math.DivRem(i, Size);
                for (var c = 0; c < columns; c++) _values[((long)group * columns + c) * Size + lane] = cases[(long)i * columns + c];
            }
        });
    }

    /// <summary>The number of cases; the last group is filled up with zeros.</summary>
    public int Cases { get; }

    /// <summary>The number of groups.</summary>
    public int Count { get; }

    /// <summary>
    /// The sums of the powers of the differences between a point and the cases of a group, or false as soon as none of them can be below the limit.
    /// </summary>
    public bool PowerSums(ReadOnlySpan<double> point, int group, double limit, Span<double> sums)
    {
        var values = _values.AsSpan(checked(group * _columns * Size), _columns * Size);
        var (limits, first, second) = (Vector256.Create(limit), Vector256<double>.Zero, Vector256<double>.Zero);
        for (var start = 0; start < point.Length; start += _columnsBetweenLooks)
        {
            var end = Math.Min(point.Length, start + _columnsBetweenLooks);
            for (var c = start; c < end; c++)
            {
                var x = Vector256.Create(point[c]);
                first += Power(x - Vector256.Create(values.Slice(c * Size, Half)));
                second += Power(x - Vector256.Create(values.Slice(c * Size + Half, Half)));
            }
            if (!Vector256.LessThanAny(first, limits) && !Vector256.LessThanAny(second, limits)) return false;
        }
        first.CopyTo(sums);
        second.CopyTo(sums[Half..]);
        return true;
    }

    Vector256<double> Power(Vector256<double> difference)
    {
        if (_power == 2) return difference * difference;
        var size = Vector256.Abs(difference);
        if (_power == 1) return size;
        return Vector256.Create(Math.Pow(size[0], _power), Math.Pow(size[1], _power), Math.Pow(size[2], _power), Math.Pow(size[3], _power));
    }
}
