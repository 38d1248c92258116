namespace Rtemis.Data;

/// <summary>Puts tables together anew from chosen columns.</summary>
public static class TableArrangement
{
    /// <summary>A table of the <paramref name="chosen"/> columns of <paramref name="table"/>, in their order and of their types.</summary>
    /// <exception cref="ArgumentException">A name is that of no column.</exception>
    /// <exception cref="ColumnConversionException">A value stands against a type, as <see cref="ColumnConversion"/> says.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Table Of(Table table, IReadOnlyList<ColumnChoice> chosen, CancellationToken cancellation = default)
    {
        var picked = table.SelectColumns(chosen.Select(c => c.Name));
        return picked.WithColumns(picked.Columns.Zip(chosen, (column, choice) =>
        {
            cancellation.ThrowIfCancellationRequested();
            return choice.Type is { } type ? ColumnConversion.To(column, type) : column;
        }));
    }
}
