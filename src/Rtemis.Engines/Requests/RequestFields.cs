using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Requests;

/// <summary>The members of a request's <c>params</c>, with refusals that name the member.</summary>
sealed class RequestFields
{
    // The job's own members: the server acts on them, no configuration knows them.
    static readonly string[] JobLevel = ["data_handle", "engine"];

    readonly Dictionary<string, JsonElement> _members = [];

    /// <summary>Takes the members, the last of a name.</summary>
    /// <exception cref="RequestRefusedException">The data or the algorithm is not named.</exception>
    public RequestFields(JsonElement parameters)
    {
        if (parameters.ValueKind == JsonValueKind.Object)
            foreach (var member in parameters.EnumerateObject()) _members[member.Name] = member.Value;
        if (!Has("data_handle") || !Has("algorithm"))
            throw new RequestRefusedException("invalid_params", "`data_handle` and `algorithm` are required.");
    }

    /// <summary>Whether a member is there and not null.</summary>
    public bool Has(string name) => _members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>A member that is there.</summary>
    public JsonElement this[string name] => _members[name];

    /// <summary>Refuses members that are neither the job's own nor in <paramref name="known"/>.</summary>
    /// <exception cref="ParameterException">There is one.</exception>
    public void AllowOnly(string owner, IReadOnlyList<string> known)
    {
        var unknown = _members.Keys.Where(k => !k.StartsWith('$') && !known.Contains(k) && !JobLevel.Contains(k)).ToList();
        if (unknown.Count > 0) throw new ParameterException(KeyHint.Unknown(owner, unknown, known));
    }

    /// <summary>A string, or null where it is not given; an empty one is not given.</summary>
    /// <exception cref="ParameterException">It is something else.</exception>
    public string? Text(string name)
    {
        if (!Has(name)) return null;
        if (_members[name].ValueKind != JsonValueKind.String) throw new ParameterException($"`{name}` must be a string.");
        return _members[name].GetString() is { Length: > 0 } text ? text : null;
    }

    /// <summary>A whole number of 0 or more.</summary>
    /// <exception cref="ParameterException">It is something else.</exception>
    public int Count(string name, int otherwise)
    {
        if (!Has(name)) return otherwise;
        if (_members[name].ValueKind == JsonValueKind.Number && _members[name].TryGetInt32(out var count) && count >= 0) return count;
        throw new ParameterException($"`{name}` must be an integer of 0 or more.");
    }

    /// <summary>An object's members; none where it is not given.</summary>
    /// <exception cref="ParameterException">It is something else.</exception>
    public IReadOnlyList<KeyValuePair<string, ParameterValue>> Map(string name) => Has(name) ? MapOf(name, _members[name]) : [];

    /// <summary>The members of an object that is called <paramref name="name"/> in refusals. An empty array is R's empty list.</summary>
    /// <exception cref="ParameterException">It is no object.</exception>
    public static IReadOnlyList<KeyValuePair<string, ParameterValue>> MapOf(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => ParameterJson.ReadMembers(value),
        JsonValueKind.Array when value.GetArrayLength() == 0 => [],
        _ => throw new ParameterException($"`{name}` must be an object."),
    };

    /// <summary>The request as it came, free to be completed.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (name, value) in _members) json[name] = JsonCopy.Of(value);
        return json;
    }
}
