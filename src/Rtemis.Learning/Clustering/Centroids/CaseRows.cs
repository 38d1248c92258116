using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.Centroids;

/// <summary>A copy of the data, one case after the other, for what looks at single cases.</summary>
sealed class CaseRows
{
    const int ChunkRows = 1024;

    readonly double[][] _chunks;
    readonly int _columns;

    CaseRows(int count, int columns)
    {
        Count = count;
        _columns = columns;
        _chunks = new double[(count + ChunkRows - 1) / ChunkRows][];
    }

    /// <summary>The number of cases.</summary>
    public int Count { get; }

    /// <summary>The numbers of a case.</summary>
    public ReadOnlySpan<double> this[int position] =>
        _chunks[position / ChunkRows].AsSpan(position % ChunkRows * _columns, _columns);

    /// <summary>Copies the cases in the given order; in that of the data where there is none.</summary>
    public static CaseRows Of(NumericFrame data, int[]? order, RunContext context)
    {
        var rows = new CaseRows(data.Rows, data.Columns);
        context.Work.ForChunks(data.Rows, ChunkRows, (chunk, first, end) =>
        {
            var values = rows._chunks[chunk] = new double[(end - first) * data.Columns];
            for (var j = 0; j < data.Columns; j++)
            {
                var column = data.Column(j);
                for (var i = first; i < end; i++) values[(i - first) * data.Columns + j] = column[order is null ? i : order[i]];
            }
        });
        return rows;
    }
}
