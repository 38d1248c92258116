using System.Text.Json.Nodes;
using Rtemis.Data;

namespace Rtemis.Server.Report;

/// <summary>A table as a report carries it: at most so many rows of it.</summary>
/// <param name="Rows">The rows of the whole table.</param>
/// <param name="Taken">Which rows are carried: <c>all</c>, the <c>first</c> ones, or some at <c>even</c> distances.</param>
/// <param name="Table">The rows that are carried.</param>
/// <param name="Extra">What else is told of it, or null.</param>
sealed record ReportTable(int Rows, string Taken, Table Table, JsonObject? Extra)
{
    // A report is for a mail: what a chart draws, not all that a table may have.
    const int MostRows = 20_000;
    const int MostCells = 200_000;

    /// <summary>The most rows that are carried of a table of so many columns.</summary>
    public static int MostRowsOf(int columns) => Math.Max(1, Math.Min(MostRows, MostCells / Math.Max(1, columns)));

    /// <summary>A table with its first rows.</summary>
    public static ReportTable First(Table table, JsonObject? extra)
    {
        var kept = Math.Min(table.Rows, MostRowsOf(table.Columns.Count));
        return new(table.Rows, kept == table.Rows ? "all" : "first", TableWindow.Of(table, 0, kept), extra);
    }

    /// <summary>A table with rows at even distances, the first and the last among them.</summary>
    /// <param name="table">The table.</param>
    /// <param name="most">The most rows.</param>
    /// <param name="extra">What else is told of it, or null.</param>
    public static ReportTable Even(Table table, int most, JsonObject? extra = null)
    {
        if (table.Rows <= most) return new(table.Rows, "all", TableWindow.Of(table, 0, table.Rows), extra);
        int[] rows = [.. Enumerable.Range(0, most).Select(i => (int)((long)i * (table.Rows - 1) / Math.Max(1, most - 1)))];
        return new(table.Rows, "even", TableWindow.Of(table, 0, most, rows), extra);
    }
}
