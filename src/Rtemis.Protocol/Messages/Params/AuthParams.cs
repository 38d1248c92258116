using System.Text.Json;

namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of <c>auth</c>.</summary>
/// <param name="Token">The token; anything but the right string is a wrong token.</param>
public sealed record AuthParams(JsonElement? Token);
