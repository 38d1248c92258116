using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Protocol.Messages;

namespace Rtemis.Server.Handlers;

/// <summary>Puts the description of a table in the wire's words.</summary>
static class TableDescriptions
{
    public static DataDescription ToWire(TableDescription table) => new(table.Rows, table.Cols, [.. table.Columns.Select(Column)]);

    static ColumnInfo Column(ColumnDescription column) =>
        new(column.Name, TypeName(column.Type), column.MissingCount, column.UniqueCount, Summary(column.Summary));

    static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Double => "double",
        ColumnType.Integer => "integer",
        ColumnType.Logical => "logical",
        ColumnType.Factor => "factor",
        ColumnType.Date => "date",
        ColumnType.DateTime => "datetime",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A table that was read has no such column."),
    };

    static JsonElement? Summary(ColumnSummary? summary)
    {
        JsonObject? json = summary switch
        {
            NumberSummary s => new() { ["min"] = Number(s.Min), ["max"] = Number(s.Max), ["mean"] = Number(s.Mean) },
            FactorSummary s => new() { ["top"] = new JsonObject(s.Top.Select(t => KeyValuePair.Create(t.Level, (JsonNode?)t.Count))) },
            LogicalSummary s => new() { ["n_true"] = s.TrueCount, ["n_false"] = s.FalseCount },
            _ => null,
        };
        if (json is null) return null;
        using var document = JsonDocument.Parse(json.ToJsonString());
        return document.RootElement.Clone();
    }

    static JsonNode? Number(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
