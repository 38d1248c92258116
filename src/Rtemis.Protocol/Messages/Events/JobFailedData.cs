namespace Rtemis.Protocol.Messages;

/// <summary>Data of the <c>job.failed</c> event.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Error">Why.</param>
public sealed record JobFailedData(string JobId, ErrorBody Error);
