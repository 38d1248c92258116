using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Knn;

/// <summary>
/// The columns that distances are taken over: those that vary in training, each divided by its standard deviation where asked, the most spread first,
/// so that a scan sees early that a case is far.
/// </summary>
sealed class ScaledColumns
{
    readonly int[] _order;
    readonly double[] _scales;

    ScaledColumns(int[] order, double[] scales) => (_order, _scales) = (order, scales);

    /// <summary>The number of columns.</summary>
    public int Count => _order.Length;

    /// <summary>Learns scales and order.</summary>
    public static ScaledColumns Learn(Matrix cases, bool scale)
    {
        var spreads = Enumerable.Range(0, cases.Columns).Select(c => StandardDeviation(cases.Column(c))).ToArray();
        var order = Enumerable.Range(0, cases.Columns).Where(c => spreads[c] > 0);
        // Scaled columns all have a spread of 1.
        return new(scale ? [.. order] : [.. order.OrderByDescending(c => spreads[c])], scale ? spreads : [.. spreads.Select(_ => 1.0)]);
    }

    /// <summary>Cases one after the other, each with its scaled columns.</summary>
    public double[] Rows(Matrix cases)
    {
        var rows = new double[cases.Rows * Count];
        for (var c = 0; c < Count; c++)
        {
            var column = cases.Column(_order[c]);
            var scale = _scales[_order[c]];
            for (var i = 0; i < column.Length; i++) rows[i * Count + c] = column[i] / scale;
        }
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
