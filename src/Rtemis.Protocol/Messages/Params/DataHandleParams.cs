namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of the methods that take a data handle.</summary>
/// <param name="DataHandle">The handle.</param>
public sealed record DataHandleParams(string? DataHandle);
