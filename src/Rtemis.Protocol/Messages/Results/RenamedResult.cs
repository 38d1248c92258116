namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>session.rename</c>.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Name">Its new name.</param>
public sealed record RenamedResult(string SessionId, string Name);
