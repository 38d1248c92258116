namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of the methods that take an upload.</summary>
/// <param name="UploadId">The upload.</param>
public sealed record UploadIdParams(string? UploadId);
