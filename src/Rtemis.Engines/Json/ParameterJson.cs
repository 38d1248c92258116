using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Learning.Parameters;

namespace Rtemis.Engines;

/// <summary>Parameter values as JSON says them, in both directions.</summary>
public static class ParameterJson
{
    const int DeepestLevel = 8;

    /// <summary>
    /// Reads a value: a number without fraction or exponent that fits 32 bits is whole; <c>{"candidates":[...]}</c> is a search space.
    /// </summary>
    /// <exception cref="ParameterException">The value is nested too deeply.</exception>
    public static ParameterValue Read(JsonElement element) => Read(element, 0);

    /// <summary>Reads an object's members, in order. Keys that start with <c>$</c> are kept: who binds them passes them over.</summary>
    /// <exception cref="ParameterException">A value is nested too deeply.</exception>
    public static IReadOnlyList<KeyValuePair<string, ParameterValue>> ReadMembers(JsonElement element) => Members(element, 0);

    /// <summary>Writes a value in the shape of R's serializer: a vector of one is its only value, and what is not finite is null.</summary>
    public static JsonNode? Write(ParameterValue value) => value switch
    {
        ParameterValue.Logical v => v.Value,
        ParameterValue.Integer v => v.Value,
        ParameterValue.Number v => JsonCells.Scalar(v.Value),
        ParameterValue.Text v => v.Value,
        ParameterValue.Vector { Items: [not ParameterValue.Vector and var only] } => Write(only),
        ParameterValue.Vector v => new JsonArray([.. v.Items.Select(Write)]),
        ParameterValue.Map v => new JsonObject(v.Items.Select(i => KeyValuePair.Create(i.Key, Write(i.Value)))),
        ParameterValue.Candidates v => new JsonObject { ["candidates"] = new JsonArray([.. v.Items.Select(Write)]) },
        _ => null,
    };

    static ParameterValue Read(JsonElement element, int level)
    {
        if (level > DeepestLevel) throw new ParameterException("A value is nested too deeply.");
        switch (element.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return new ParameterValue.Logical(element.GetBoolean());
            case JsonValueKind.Number:
                return element.TryGetInt32(out var whole) ? new ParameterValue.Integer(whole) : new ParameterValue.Number(element.GetDouble());
            case JsonValueKind.String:
                return new ParameterValue.Text(element.GetString()!);
            case JsonValueKind.Array:
                return new ParameterValue.Vector([.. element.EnumerateArray().Select(i => Read(i, level + 1))]);
            case JsonValueKind.Object:
                var members = Members(element, level);
                return members is [{ Key: "candidates", Value: ParameterValue.Vector candidates }]
                    ? new ParameterValue.Candidates(candidates.Items)
                    : new ParameterValue.Map(members);
            default:
                return ParameterValue.Null;
        }
    }

    static List<KeyValuePair<string, ParameterValue>> Members(JsonElement element, int level) =>
        [.. element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Read(p.Value, level + 1)))];
}
