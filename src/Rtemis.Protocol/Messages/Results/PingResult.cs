namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>ping</c>.</summary>
/// <param name="Ts">The server's time, ISO 8601 UTC.</param>
public sealed record PingResult(string Ts);
