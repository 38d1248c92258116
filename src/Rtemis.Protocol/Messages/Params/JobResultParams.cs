namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of <c>job.result</c>.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Slice">The slice; null is the summary.</param>
public sealed record JobResultParams(string? JobId, string? Slice);
