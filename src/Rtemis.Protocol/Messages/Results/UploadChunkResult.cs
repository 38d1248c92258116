namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>data.upload.chunk</c>.</summary>
/// <param name="ReceivedCount">Chunks so far.</param>
/// <param name="ReceivedBytes">Bytes so far.</param>
/// <param name="TotalBytes">Bytes announced.</param>
public sealed record UploadChunkResult(int ReceivedCount, long ReceivedBytes, long TotalBytes);
