using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.Centroids;

/// <summary>The cases in the order of each column, sorted once: passes then only walk along.</summary>
sealed class SortedColumns
{
    readonly NumericFrame _data;
    readonly int[][] _order;

    public SortedColumns(NumericFrame data, RunContext context)
    {
        _data = data;
        _order = new int[data.Columns][];
        context.Work.For(data.Columns, j =>
        {
            var keys = data.Column(j).ToArray();
            _order[j] = [.. Enumerable.Range(0, keys.Length)];
            Array.Sort(keys, _order[j]);
        });
    }

    /// <summary>The number of columns.</summary>
    public int Columns => _order.Length;

    /// <summary>A column's numbers, in the order of the cases.</summary>
    public ReadOnlySpan<double> Values(int column) => _data.Column(column);

    /// <summary>The cases by a column's numbers, the least first.</summary>
    public ReadOnlySpan<int> Order(int column) => _order[column];
}
