using System.Collections;
using System.Text.Json.Nodes;

namespace Rtemis.Client;

/// <summary>The fields of a request; those that are null are left out.</summary>
sealed class WireFields : IEnumerable
{
    readonly JsonObject _json = [];

    public void Add(string name, JsonNode? value)
    {
        if (value is not null) _json[name] = value;
    }

    public void Add(string name, Parameters? values)
    {
        if (values is { Count: > 0 }) _json[name] = values.ToJson();
    }

    public void Add(string name, IReadOnlyList<string>? values)
    {
        if (values is not null) _json[name] = new JsonArray([.. values.Select(v => (JsonNode)v)]);
    }

    /// <summary>The fields, and those of <paramref name="further"/> in place of ours of the same name.</summary>
    public JsonObject ToJson(Parameters further)
    {
        foreach (var (name, value) in further) _json[name] = value?.DeepClone();
        return _json;
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)_json).GetEnumerator();
}
