namespace Rtemis.Protocol.Messages;

/// <summary>Result of the methods that delete.</summary>
/// <param name="Deleted">Whether there was anything to delete.</param>
public sealed record DeletedResult(bool Deleted);
