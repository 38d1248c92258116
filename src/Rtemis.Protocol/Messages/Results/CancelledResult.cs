namespace Rtemis.Protocol.Messages;

/// <summary>Result of the methods that cancel.</summary>
/// <param name="Cancelled">Whether there was anything to cancel.</param>
public sealed record CancelledResult(bool Cancelled);
