namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>job.list</c>.</summary>
/// <param name="Jobs">The jobs, oldest first.</param>
public sealed record JobListResult(IReadOnlyList<JobSummary> Jobs);
