using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rtemis.Engines;

/// <summary>Copies what was read into nodes. A name that is given twice has its last value, as everywhere in this engine.</summary>
static class JsonCopy
{
    public static JsonNode? Of(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var copy = new JsonObject();
                foreach (var member in element.EnumerateObject()) copy[member.Name] = Of(member.Value);
                return copy;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Of)]);
            case JsonValueKind.Null or JsonValueKind.Undefined:
                return null;
            default:
                return JsonValue.Create(element.Clone());
        }
    }
}
