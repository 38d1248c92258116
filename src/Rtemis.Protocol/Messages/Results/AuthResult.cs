using System.Text.Json.Serialization;

namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>auth</c>.</summary>
/// <param name="ConnectionId">The connection's id.</param>
/// <param name="Token">The token, for a client that showed a one-time code; it is what the client shows from now on.</param>
public sealed record AuthResult(
    string ConnectionId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Token = null);
