namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of <c>session.join</c>.</summary>
/// <param name="SessionId">The session's id, or null to go by name.</param>
/// <param name="Name">The session's name, where no id is given.</param>
/// <param name="Since">Replay every event after this number; null replays what came while nobody was attached.</param>
public sealed record SessionJoinParams(string? SessionId, string? Name, long? Since);
