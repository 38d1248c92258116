using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>The columns, and the cases in ascending order of each.</summary>
sealed class MarsLines
{
    readonly double[][] _columns;
    readonly int[][] _orders;

    /// <summary>Sorts the cases.</summary>
    public MarsLines(MarsSample sample, RunContext context)
    {
        _columns = [.. Enumerable.Range(0, sample.Columns.Columns).Select(c => sample.Columns.Column(c).ToArray())];
        _orders = sample.Orders(context);
        Cases = sample.Rows;
    }

    /// <summary>The number of cases.</summary>
    public int Cases { get; }

    /// <summary>The number of columns.</summary>
    public int Count => _columns.Length;

    /// <summary>A column's numbers.</summary>
    public double[] this[int column] => _columns[column];

    /// <summary>The cases along a column, with a parent's values.</summary>
    public KnotLine Along(int column, double[] parent) => new(_columns[column], _orders[column], parent);

    /// <summary>The value of the case at a place in the ascending order.</summary>
    public double At(int column, int position) => _columns[column][_orders[column][position]];
}
