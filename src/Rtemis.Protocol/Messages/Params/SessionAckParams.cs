namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of <c>session.ack</c>.</summary>
/// <param name="Seq">Events up to this number need not be kept.</param>
public sealed record SessionAckParams(long? Seq);
