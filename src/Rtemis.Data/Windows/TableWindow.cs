namespace Rtemis.Data;

/// <summary>Cuts windows out of tables.</summary>
public static class TableWindow
{
    /// <summary>
    /// The rows from <paramref name="offset"/> on, at most <paramref name="limit"/>, as a table of its own memory. What it takes depends on the window, not
    /// on the table: of a factor's levels only those that occur in it are kept, in their order.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="offset">How many rows are passed over, 0 or more; beyond the table's end the window is empty.</param>
    /// <param name="limit">The most rows, 0 or more.</param>
    /// <param name="order">The table's rows in the order to take them in, as <see cref="RowOrder"/> gives it; null for the table's own.</param>
    public static Table Of(Table table, long offset, long limit, ReadOnlyMemory<int>? order = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var first = (int)Math.Min(offset, table.Rows);
        var count = (int)Math.Min(limit, table.Rows - first);
        var rows = order is { } given ? given.Slice(first, count).ToArray() : [.. Enumerable.Range(first, count)];
        var window = table.SelectRows(rows);
        return window.WithColumns(window.Columns.Select(c => c is FactorColumn factor ? factor.DropUnusedLevels() : c));
    }
}
