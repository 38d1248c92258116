namespace Rtemis.Protocol.Messages;

/// <summary>Data of the <c>session.changed</c> event.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Changed">What of it: one of <see cref="SessionChanges"/>.</param>
public sealed record SessionChangedData(string SessionId, string Changed);
