namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>data.upload.begin</c>.</summary>
/// <param name="UploadId">The upload.</param>
public sealed record UploadBeginResult(string UploadId);
