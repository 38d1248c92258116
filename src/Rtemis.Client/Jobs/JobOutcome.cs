using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client;

/// <summary>How a job ended.</summary>
/// <param name="Status">The end.</param>
/// <param name="Summary">The job as it ended; null where only the end was told.</param>
/// <param name="Error">Why it failed; null for the other ends.</param>
public sealed record JobOutcome(JobEnd Status, JobSummary? Summary, ErrorBody? Error)
{
    /// <summary>Throws unless the job is complete.</summary>
    /// <param name="jobId">The job.</param>
    /// <exception cref="JobFailedException">It failed.</exception>
    /// <exception cref="JobCancelledException">It was cancelled.</exception>
    internal JobOutcome OrThrow(string jobId) => Status switch
    {
        JobEnd.Failed => throw new JobFailedException(jobId, Error!),
        JobEnd.Cancelled => throw new JobCancelledException(jobId),
        _ => this,
    };

    /// <summary>The end that a job's summary tells; null for a job that has not ended.</summary>
    internal static JobOutcome? Of(JobSummary job) => job.Status switch
    {
        "complete" => new(JobEnd.Complete, job, null),
        "failed" => new(JobEnd.Failed, job, job.Error ?? new ErrorBody(ErrorCodes.InternalError, "The job failed.")),
        "cancelled" => new(JobEnd.Cancelled, job, null),
        _ => null,
    };
}
