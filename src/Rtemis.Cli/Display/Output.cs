using System.Text.Json.Nodes;
using Spectre.Console;

namespace Rtemis.Cli.Display;

/// <summary>Lists on standard output.</summary>
static class Output
{
    /// <summary>A table on a terminal, tab-separated lines in a pipe.</summary>
    public static void Table(IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        if (Console.IsOutputRedirected)
        {
            Console.Out.WriteLine(string.Join('\t', columns));
            foreach (var row in rows) Console.Out.WriteLine(string.Join('\t', row.Select(c => c.Replace('\t', ' ').Replace('\n', ' '))));
            return;
        }
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns) table.AddColumn(column);
        foreach (var row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        AnsiConsole.Write(table);
    }

    /// <summary>A JSON array.</summary>
    public static void Json(IEnumerable<JsonNode> items) => Console.Out.WriteLine(new JsonArray([.. items]).ToJsonString());
}
