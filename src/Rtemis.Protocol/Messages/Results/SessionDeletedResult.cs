namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>session.delete</c>.</summary>
/// <param name="Deleted">Always true.</param>
/// <param name="SessionId">The session that is gone.</param>
public sealed record SessionDeletedResult(bool Deleted, string SessionId);
