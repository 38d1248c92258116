namespace Rtemis.Protocol.Messages;

/// <summary>Data of the <c>session.deleted</c> event.</summary>
/// <param name="SessionId">The session that is gone.</param>
public sealed record SessionDeletedData(string SessionId);
