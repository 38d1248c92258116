using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Protocol.Messages;

namespace Rtemis.Server.Handlers;

/// <summary>Puts the description of a table in the wire's words.</summary>
static class TableDescriptions
{
    static readonly JsonElement Null = JsonDocument.Parse("null").RootElement;

    /// <summary>The description.</summary>
    /// <param name="table">What is known of the table.</param>
    /// <param name="distributions">Whether distributions were asked for: a column that has none then says so.</param>
    public static DataDescription ToWire(TableDescription table, bool distributions) =>
        new(table.Rows, table.Cols, [.. table.Columns.Select(c => Column(c, distributions))]);

    static ColumnInfo Column(ColumnDescription column, bool distributions) => new(
        column.Name, TypeName(column.Type), column.MissingCount, column.UniqueCount, Json(Summary(column.Summary)),
        distributions ? Json(Distribution(column.Distribution)) ?? Null : null);

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

    static JsonObject? Summary(ColumnSummary? summary) => summary switch
    {
        NumberSummary s => new() { ["min"] = Number(s.Min), ["max"] = Number(s.Max), ["mean"] = Number(s.Mean) },
        FactorSummary s => new() { ["top"] = new JsonObject(s.Top.Select(t => KeyValuePair.Create(t.Level, (JsonNode?)t.Count))) },
        LogicalSummary s => new() { ["n_true"] = s.TrueCount, ["n_false"] = s.FalseCount },
        _ => null,
    };

    static JsonObject? Distribution(ColumnDistribution? distribution) => distribution switch
    {
        NumberDistribution d => new()
        {
            ["breaks"] = new JsonArray([.. d.Breaks.Select(b => (JsonNode)b)]),
            ["counts"] = new JsonArray([.. d.Counts.Select(c => (JsonNode)c)]),
        },
        FactorDistribution d => new()
        {
            ["levels"] = new JsonArray([.. d.Levels.Select(l => new JsonObject { ["level"] = l.Level, ["count"] = l.Count })]),
            ["other"] = d.Other,
        },
        _ => null,
    };

    static JsonElement? Json(JsonObject? json)
    {
        if (json is null) return null;
        using var document = JsonDocument.Parse(json.ToJsonString());
        return document.RootElement.Clone();
    }

    static JsonNode? Number(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
