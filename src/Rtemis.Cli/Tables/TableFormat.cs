using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Engines;

namespace Rtemis.Cli.Tables;

/// <summary>Writes tables as <c>csv</c>, <c>json</c> (one object a row) or <c>arrow</c> (an IPC stream).</summary>
static class TableFormat
{
    /// <summary>The formats' names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["csv", "json", "arrow"];

    /// <summary>Writes a table in a format of that name.</summary>
    /// <exception cref="IOException">The stream can't be written.</exception>
    public static void Write(Table table, string format, Stream to, CancellationToken cancellation)
    {
        if (format == "csv") CsvTableWriter.Write(table, to, cancellation: cancellation);
        else if (format == "arrow") ArrowStreamWriter.Write(table, to);
        else WriteJson(table, to);
    }

    static void WriteJson(Table table, Stream to)
    {
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true });
        if (table.Columns.Count > 0) JsonCells.Rows(table.Columns)!.WriteTo(json);
        else new JsonArray().WriteTo(json);
    }
}
