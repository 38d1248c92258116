using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of <c>auth</c>: one of the two.</summary>
/// <param name="Token">The token; anything but the right string is a wrong token.</param>
/// <param name="Code">A one-time code, from the address that the server printed.</param>
public sealed record AuthParams(
    JsonElement? Token,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Code = null);
