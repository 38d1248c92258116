using MemoryPack;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Knn;

/// <summary>
/// The columns that distances are taken over: those that vary in training, each divided by its standard deviation where asked, the most spread first,
/// so that a scan sees early that a case is far.
/// </summary>
[MemoryPackable]
sealed partial class ScaledColumns
{
    const int ChunkRows = 512;

    [MemoryPackConstructor]
    ScaledColumns(int[] order, double[] scales) => (Order, Scales) = (order, scales);

    /// <summary>The encoded columns that take part, the most spread first.</summary>
    public int[] Order { get; }

    /// <summary>What each encoded column is divided by.</summary>
    public double[] Scales { get; }

    /// <summary>The number of columns that take part.</summary>
    [MemoryPackIgnore]
    public int Count => Order.Length;

    /// <summary>Learns scales and order.</summary>
    public static ScaledColumns Learn(Matrix cases, bool scale, RunContext context)
    {
        var spreads = new double[cases.Columns];
        context.Work.For(spreads.Length, c => spreads[c] = StandardDeviation(cases.Column(c)));
        var order = Enumerable.Range(0, cases.Columns).Where(c => spreads[c] > 0);
        // Scaled columns all have a spread of 1.
        return new(scale ? [.. order] : [.. order.OrderByDescending(c => spreads[c])], scale ? spreads : [.. spreads.Select(_ => 1.0)]);
    }

    /// <summary>Cases one after the other, each with its scaled columns.</summary>
    public double[] Rows(Matrix cases, RunContext context)
    {
        var rows = new double[(long)cases.Rows * Count];
        // A chunk's rows stay in the cache while its columns are written across them.
        context.Work.ForChunks(cases.Rows, ChunkRows, (_, start, end) =>
        {
            for (var c = 0; c < Count; c++)
            {
                var column = cases.Column(Order[c]);
                var scale = Scales[Order[c]];
                for (var i = start; i < end; i++) rows[(long)i * Count + c] = column[i] / scale;
            }
        });
        return rows;
    }

    static double StandardDeviation(ReadOnlySpan<double> values)
    {
        var mean = 0.0;
        foreach (var value in values) mean += value;
        mean /= values.Length;
        var sum = 0.0;
        foreach (var value in values) sum += (value - mean) * (value - mean);
        return Math.Sqrt(sum / (values.Length - 1));
    }
}
