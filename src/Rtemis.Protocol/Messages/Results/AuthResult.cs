namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>auth</c>.</summary>
/// <param name="ConnectionId">The connection's id.</param>
public sealed record AuthResult(string ConnectionId);
