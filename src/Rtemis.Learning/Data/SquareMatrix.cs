using System.Globalization;
using System.Numerics.Tensors;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Data;

/// <summary>A number for each pair of cases, row by row. Rows have memory of their own, so there may be more numbers than an array holds.</summary>
sealed class SquareMatrix
{
    const int TileRows = 64;

    // The rest of the machine needs some too.
    const double LargestShare = 0.8;

    readonly double[][] _rows;

    SquareMatrix(double[][] rows) => _rows = rows;

    /// <summary>The number of cases.</summary>
    public int Size => _rows.Length;

    /// <summary>The numbers of a case with all.</summary>
    public double[] this[int row] => _rows[row];

    /// <summary>What is wrong with a matrix of so many rows on this machine, or null.</summary>
    /// <param name="size">The number of cases.</param>
    /// <param name="way">What a person may do about it.</param>
    public static string? Problem(int size, string way)
    {
        var memory = GC.GetGCMemoryInfo();
        return Problem(size, way, memory.TotalAvailableMemoryBytes - Environment.WorkingSet);
    }

    /// <summary>Makes all rows.</summary>
    /// <param name="size">The number of cases.</param>
    /// <param name="fill">Writes a row.</param>
    /// <param name="context">The run.</param>
    public static SquareMatrix Fill(int size, Action<int, double[]> fill, RunContext context)
    {
        var rows = new double[size][];
        context.Work.For(size, i => fill(i, rows[i] = GC.AllocateUninitializedArray<double>(size)));
        return new SquareMatrix(rows);
    }

    /// <summary>Replaces each number and the one across the diagonal by what they are together.</summary>
    public void Join(Func<double, double, double> together, RunContext context) =>
        context.Work.ForChunks(Size, TileRows, (_, first, end) =>
        {
            for (var start = first; start < Size; start += TileRows)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                for (var i = first; i < end; i++)
                    for (var j = Math.Max(i + 1, start); j < Math.Min(Size, start + TileRows); j++) _rows[i][j] = _rows[j][i] = together(_rows[i][j], _rows[j][i]);
            }
        });

    /// <summary>The sum of each row.</summary>
    public double[] RowSums(RunContext context)
    {
        var sums = new double[Size];
        context.Work.ForChunks(Size, TileRows, (_, first, end) =>
        {
            for (var i = first; i < end; i++) sums[i] = TensorPrimitives.Sum<double>(_rows[i]);
        });
        return sums;
    }

    internal static string? Problem(int size, string way, long available)
    {
        var needed = 8.0 * size * size;
        return needed <= LargestShare * available ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{size} cases need {Gigabytes(needed)} GB for a number of each pair, of which {Gigabytes(LargestShare * Math.Max(0, available))} GB are free; {way}");
    }

    static string Gigabytes(double bytes) => (bytes / 1e9).ToString("0.0", CultureInfo.InvariantCulture);
}
