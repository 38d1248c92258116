namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>job.save</c>.</summary>
/// <param name="Path">The file, on the server's machine.</param>
/// <param name="Bytes">Its size.</param>
public sealed record JobSaveResult(string Path, long Bytes);
