namespace Rtemis.Data.Tests;

/// <summary>The cells of a column as plain values: null where missing, else what the type stands for (a factor's level, not its code).</summary>
static class Cells
{
    public static object?[] Of(Column column)
    {
        var cells = new object?[column.Length];
        for (var row = 0; row < cells.Length; row++)
            cells[row] = column.IsMissing(row) ? null : Value(column, row);
        return cells;
    }

    public static object?[] Of(Table table, string name) => Of(table.Find(name)!);

    static object? Value(Column column, int row) => column switch
    {
        DoubleColumn c => c.Values.Span[row],
        IntegerColumn c => c.Values.Span[row],
        LogicalColumn c => c.Values[row],
        FactorColumn c => c.Levels[c.Codes.Span[row]],
        DateColumn c => c.Values.Span[row],
        DateTimeColumn c => c.Values.Span[row],
        TextColumn c => c.Values.Span[row],
        _ => throw new InvalidOperationException(),
    };
}
