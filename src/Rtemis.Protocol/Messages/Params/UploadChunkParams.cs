namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of <c>data.upload.chunk</c>.</summary>
/// <param name="UploadId">The upload.</param>
/// <param name="ChunkIndex">1 to the number of chunks, in any order.</param>
public sealed record UploadChunkParams(string? UploadId, int? ChunkIndex);
