using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rtemis.Protocol.Messages;

/// <summary>A parameter in a describe answer.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">R's type of the default.</param>
/// <param name="Default">The default.</param>
/// <param name="Tunable">Whether it can be searched over.</param>
/// <param name="Choices">The values that it can have, where they are a list.</param>
/// <param name="ValueType">R's type of the values that it takes, whatever the default is; null for named values.</param>
/// <param name="Minimum">The smallest value.</param>
/// <param name="ExclusiveMinimum">What every value is above.</param>
/// <param name="Maximum">The largest value.</param>
/// <param name="ExclusiveMaximum">What every value is below.</param>
/// <param name="Nullable">True where it can be left unset, else null.</param>
/// <param name="Vector">True where it takes several values at once, else null.</param>
/// <param name="Help">One sentence for a person who chooses a value.</param>
public sealed record ParameterInfo(
    string Name,
    string Type,
    JsonElement Default,
    bool Tunable,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Choices,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ValueType = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Minimum = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? ExclusiveMinimum = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Maximum = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? ExclusiveMaximum = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Nullable = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Vector = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Help = null);
