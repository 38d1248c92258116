namespace Rtemis.Protocol.Messages;

/// <summary>Data of the <c>job.complete</c> event.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Summary">The job as it ended.</param>
public sealed record JobCompleteData(string JobId, JobSummary Summary);
