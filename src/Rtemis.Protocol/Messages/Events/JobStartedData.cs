namespace Rtemis.Protocol.Messages;

/// <summary>Data of the <c>job.started</c> event.</summary>
/// <param name="JobId">The job.</param>
/// <param name="StartedAt">When it left the queue, ISO 8601 UTC.</param>
public sealed record JobStartedData(string JobId, string StartedAt);
