namespace Rtemis.Protocol.Messages;

/// <summary>Data of the <c>job.cancelled</c> event.</summary>
/// <param name="JobId">The job.</param>
public sealed record JobCancelledData(string JobId);
