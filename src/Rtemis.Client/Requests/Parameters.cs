using System.Collections;
using System.Text.Json.Nodes;

namespace Rtemis.Client;

/// <summary>
/// Options by name, in order, with values as JSON has them: <c>new Parameters { ["maxdepth"] = 3, ["surrogate"] = true }</c>. The catalogue tells what there
/// is (<see cref="RtemisCatalog"/>).
/// </summary>
public sealed class Parameters : IEnumerable<KeyValuePair<string, JsonNode?>>
{
    readonly OrderedDictionary<string, JsonNode?> _values = [];

    /// <summary>How many there are.</summary>
    public int Count => _values.Count;

    /// <summary>The value of a name.</summary>
    public JsonNode? this[string name]
    {
        get => _values[name];
        set => _values[name] = value;
    }

    /// <summary>Values to search over: <c>["maxdepth"] = Parameters.Candidates(2, 4, 8)</c>.</summary>
    public static JsonNode Candidates(params JsonNode?[] values) => new JsonObject { ["candidates"] = Array(values) };

    /// <summary>Several values at once.</summary>
    public static JsonArray Array(params JsonNode?[] values) => [.. values.Select(v => v?.DeepClone())];

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonNode?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // A node can be in one document only: what is given away is a copy.
    internal JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (name, value) in _values) json[name] = value?.DeepClone();
        return json;
    }
}
