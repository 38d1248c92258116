namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>session.ack</c>.</summary>
/// <param name="Seq">The number up to which events are forgotten.</param>
public sealed record AckResult(long Seq);
