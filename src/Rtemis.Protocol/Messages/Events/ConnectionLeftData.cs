namespace Rtemis.Protocol.Messages;

/// <summary>Data of the <c>session.connection_left</c> event.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="ConnectionId">The connection that left.</param>
/// <param name="NConnections">How many are left.</param>
public sealed record ConnectionLeftData(string SessionId, string ConnectionId, int NConnections);
