using System.Collections.Concurrent;

namespace Rtemis.Data;

/// <summary>Describes tables.</summary>
public static class TableSummary
{
    /// <summary>Describes <paramref name="table"/>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="distributions">Whether each column's distribution is worked out too.</param>
    /// <param name="parallelism">How many columns at a time, at least 1; when null, half the cores, yet 1 or 2: others want them too.</param>
    /// <param name="cancellation">Looked at before each column.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static TableDescription Describe(
        Table table, bool distributions = false, int? parallelism = null, CancellationToken cancellation = default)
    {
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = parallelism ?? Math.Clamp(Environment.ProcessorCount / 2, 1, 2),
            CancellationToken = cancellation,
        };
        cancellation.ThrowIfCancellationRequested();
        var columns = new ColumnDescription[table.Columns.Count];
        var describers = new ConcurrentBag<ColumnDescriber>();
        Parallel.For(0, columns.Length, options, () => describers.TryTake(out var idle) ? idle : new ColumnDescriber(distributions), (i, loop, describer) =>
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            columns[i] = describer.Describe(table.Columns[i]);
            return describer;
        }, describers.Add);
        return new TableDescription(table.Rows, columns.Length, columns);
    }
}
