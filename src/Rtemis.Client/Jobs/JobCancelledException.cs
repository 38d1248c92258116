namespace Rtemis.Client;

/// <summary>A job that was waited for was cancelled on the server, by whomever: the caller's own token is not meant.</summary>
public sealed class JobCancelledException : OperationCanceledException
{
    internal JobCancelledException(string jobId) : base($"The job {jobId} was cancelled.") => JobId = jobId;

    /// <summary>The job.</summary>
    public string JobId { get; }
}
