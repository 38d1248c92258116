namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>session.list</c>.</summary>
/// <param name="Sessions">The sessions, oldest first.</param>
public sealed record SessionListResult(IReadOnlyList<SessionListEntry> Sessions);
