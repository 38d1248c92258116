using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>Cases as MARS takes them: numeric columns, one or more responses and, where they differ, a weight for each case.</summary>
/// <param name="Columns">The encoded features.</param>
/// <param name="Responses">Numbers, one array a response.</param>
/// <param name="RootWeights">The square roots of the weights; null where all count the same.</param>
sealed record MarsSample(Matrix Columns, double[][] Responses, double[]? RootWeights)
{
    // What is below the mean weight by this is brought there, so that it can be divided by.
    const double LeastWeight = 1e-8;

    public int Rows => Columns.Rows;

    /// <summary>Checks the numbers and takes the weights, unless they are all the same.</summary>
    /// <exception cref="LearningException">There are too few cases, or a number is not finite.</exception>
    public static MarsSample Of(Matrix columns, double[][] responses, ReadOnlyMemory<double>? weights)
    {
        if (columns.Rows < 2) throw new LearningException("simpleError", "the x matrix must have at least two rows");
        for (var c = 0; c < columns.Columns; c++)
        {
            var row = NotFinite(columns.Column(c));
            if (row >= 0) throw new LearningException("simpleError", $"x[{row + 1},{c + 1}] is not finite");
        }
        foreach (var response in responses)
        {
            var row = NotFinite(response);
            if (row >= 0) throw new LearningException("simpleError", $"y[{row + 1}] is not finite");
        }
        return new MarsSample(columns, responses, Roots(weights));
    }

    /// <summary>Some of the cases.</summary>
    public MarsSample SelectRows(int[] rows)
    {
        var columns = new Matrix(rows.Length, Columns.Columns);
        for (var c = 0; c < columns.Columns; c++)
        {
            var from = Columns.Column(c);
            var to = columns.Column(c);
            for (var i = 0; i < rows.Length; i++) to[i] = from[rows[i]];
        }
        var roots = RootWeights is null ? null : Select(RootWeights, rows);
        if (roots is not null && AllSame(Array.ConvertAll(roots, r => r * r))) roots = null;
        return new MarsSample(columns, Array.ConvertAll(Responses, r => Select(r, rows)), roots);
    }

    /// <summary>A response times the roots of the weights.</summary>
    public double[] Weighted(double[] values) => RootWeights is null ? values : [.. values.Zip(RootWeights, (v, w) => v * w)];

    /// <summary>Each column's cases in ascending order of value; of equal values, in their order.</summary>
    public int[][] Orders(RunContext context)
    {
        var orders = new int[Columns.Columns][];
        context.Work.For(orders.Length, c =>
        {
            var keys = Columns.Column(c).ToArray();
            var order = Enumerable.Range(0, Rows).ToArray();
            Array.Sort(keys, order);
            for (int start = 0, end; start < Rows; start = end)
            {
                for (end = start + 1; end < Rows && keys[end] == keys[start];) end++;
                if (end - start > 1) Array.Sort(order, start, end - start);
            }
            orders[c] = order;
        });
        return orders;
    }

    static double[] Select(double[] values, int[] rows) => Array.ConvertAll(rows, row => values[row]);

    static int NotFinite(ReadOnlySpan<double> values)
    {
        for (var i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i])) return i;
        return -1;
    }

    static bool AllSame(double[] weights) => Array.TrueForAll(weights, w => Math.Abs(w - weights[0]) <= 1e-8);

    static double[]? Roots(ReadOnlyMemory<double>? weights)
    {
        if (weights is not { } given) return null;
        var all = given.ToArray();
        if (AllSame(all)) return null;
        var mean = all.Average();
        if (mean < LeastWeight)
            throw new LearningException("simpleError", mean == 0 ? "mean of 'weights' is zero" : "mean of 'weights' is (almost) zero");
        return Array.ConvertAll(all, w => Math.Sqrt(Math.Max(w, mean * LeastWeight)));
    }
}
