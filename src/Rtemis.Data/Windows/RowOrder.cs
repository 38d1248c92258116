namespace Rtemis.Data;

/// <summary>Orders the rows of a table by some of its columns.</summary>
/// <remarks>
/// Numbers and times are ordered by size, factors by their levels' order, text by <see cref="RootCollation"/>, false before true. What is missing
/// comes last whether ascending or descending, NaN too. Rows that the keys hold equal keep the table's order.
/// </remarks>
public static class RowOrder
{
    /// <summary>The 0-based rows of <paramref name="table"/> in the order of <paramref name="keys"/>, of which the first weighs most.</summary>
    /// <exception cref="ArgumentException">A key names no column.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static int[] Of(Table table, IReadOnlyList<SortKey> keys, CancellationToken cancellation = default)
    {
        var order = new int[table.Rows];
        for (var row = 0; row < order.Length; row++) order[row] = row;
        // The lightest key first: a stable sort by the next one keeps what it did among equals.
        foreach (var key in keys.Reverse())
        {
            var column = table.Find(key.Column) ?? throw new ArgumentException($"There is no column '{key.Column}'.", nameof(keys));
            order = RadixSort.Sort(order, SortRanks.Of(column, key.Descending), cancellation);
        }
        return order;
    }
}
