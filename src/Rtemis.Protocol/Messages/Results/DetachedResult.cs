namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>session.detach</c>.</summary>
/// <param name="Detached">Always true.</param>
public sealed record DetachedResult(bool Detached);
