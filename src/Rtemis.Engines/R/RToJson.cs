using System.Text.Json.Nodes;
using Rtemis.Data;

namespace Rtemis.Engines.R;

/// <summary>
/// R's values as JSON, as <c>jsonlite::toJSON(auto_unbox = TRUE, null = "null", na = "null")</c> makes it of them, but with all digits: a vector of
/// one is its value, names of vectors are left out, a data frame is a list of row objects, what is missing or not finite is null.
/// </summary>
static class RToJson
{
    /// <exception cref="RDataFormatException">There is something in it that JSON can't say.</exception>
    public static JsonNode? Convert(RObject value) => value switch
    {
        RNull => null,
        _ when RDataFrame.IsDataFrame(value) => Rows(RDataFrame.ToTable(value)),
        RList list when list.Attribute("names") is RCharacter names => Members(list, names),
        RList list => new JsonArray([.. list.Values.Select(Convert)]),
        RInteger or RDouble or RLogical or RCharacter => Cells(RDataFrame.ToColumn("value", value)),
        _ => throw new RDataFormatException($"A document has an object of type {value.TypeName}, which JSON has no word for."),
    };

    // The last of a name stands.
    static JsonObject Members(RList list, RCharacter names)
    {
        var members = new JsonObject();
        for (var i = 0; i < list.Values.Count; i++) members[names.Values.Span[i] ?? "NA"] = Convert(list.Values[i]);
        return members;
    }

    static JsonNode? Cells(Column column) => column.Length == 1 ? JsonCells.Scalar(column) : JsonCells.List(column);

    static JsonNode? Rows(Table frame) => frame.Columns.Count == 0 || frame.Rows == 0 ? new JsonArray() : JsonCells.Rows(frame.Columns);
}
