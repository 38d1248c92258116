using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rtemis.Protocol.Messages;

/// <summary>A parameter in a describe answer.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">R's type of the default.</param>
/// <param name="Default">The default.</param>
/// <param name="Tunable">Whether it can be searched over.</param>
/// <param name="Choices">The values that it can have, where they are a list.</param>
public sealed record ParameterInfo(
    string Name,
    string Type,
    JsonElement Default,
    bool Tunable,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Choices);
