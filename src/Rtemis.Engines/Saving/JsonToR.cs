using System.Text.Json;
using Rtemis.Data;

namespace Rtemis.Engines;

/// <summary>
/// JSON as R's values, as <c>jsonlite::fromJSON</c> makes them of it when arrays of arrays and of objects stay lists: objects become named lists,
/// arrays of scalars vectors, null NULL, or NA within a vector. Other than there, the text "NA" stays a text.
/// </summary>
static class JsonToR
{
    public static RObject Convert(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => RList.Named([.. json.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, Convert(m.Value)))]),
        JsonValueKind.Array => Array(json),
        JsonValueKind.Null or JsonValueKind.Undefined => RNull.Instance,
        _ => Vector([json]),
    };

    static RObject Array(JsonElement json)
    {
        JsonElement[] elements = [.. json.EnumerateArray()];
        return elements.Length > 0 && elements.All(IsScalar) ? Vector(elements) : new RList([.. elements.Select(Convert)]);
    }

    static bool IsScalar(JsonElement json) => json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    // The narrowest of logical, integer, double and character that holds all.
    static RObject Vector(JsonElement[] elements)
    {
        var present = elements.Where(e => e.ValueKind != JsonValueKind.Null).ToArray();
        if (present.Any(e => e.ValueKind == JsonValueKind.String)) return new RCharacter(System.Array.ConvertAll(elements, Text));
        if (present.All(IsTruth)) return new RLogical(System.Array.ConvertAll(elements, e => Whole(e) ?? RMissing.Integer));
        if (present.All(e => Whole(e) is not null)) return new RInteger(System.Array.ConvertAll(elements, e => Whole(e) ?? RMissing.Integer));
        return new RDouble(System.Array.ConvertAll(elements, Number));
    }

    static bool IsTruth(JsonElement json) => json.ValueKind is JsonValueKind.True or JsonValueKind.False;

    static int? Whole(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.Number when json.TryGetInt32(out var number) && number != RMissing.Integer => number,
        _ => null,
    };

    static double Number(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => RMissing.Double,
        JsonValueKind.Number => json.GetDouble(),
        _ => Whole(json)!.Value,
    };

    static string? Text(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => "TRUE",
        JsonValueKind.False => "FALSE",
        _ => json.GetRawText(),
    };
}
