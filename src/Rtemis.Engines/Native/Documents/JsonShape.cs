using System.Text.Json.Nodes;

namespace Rtemis.Engines.Native.Documents;

/// <summary>Shapes that R's serializer gives to lists, as in every recorded document.</summary>
static class JsonShape
{
    /// <summary>Names: one is a string, none an empty list.</summary>
    public static JsonNode Names(IReadOnlyList<string> names) => names is [var only] ? only : new JsonArray([.. names.Select(n => (JsonNode)n)]);

    /// <summary>Where a field is to be found that is too heavy for the document.</summary>
    public static JsonObject Elsewhere(string slice) => new() { ["available"] = true, ["fetch_via"] = slice };

    /// <summary>Adds the members of another object, which is left empty.</summary>
    public static void Append(JsonObject target, JsonObject members)
    {
        foreach (var (name, value) in members.ToList())
        {
            members.Remove(name);
            target[name] = value;
        }
    }
}
