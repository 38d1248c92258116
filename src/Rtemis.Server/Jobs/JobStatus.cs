namespace Rtemis.Server.Jobs;

/// <summary>A job's states on the wire: queued, running, cancelling, and the three final ones.</summary>
static class JobStatus
{
    public const string Queued = "queued";
    public const string Running = "running";
    public const string Cancelling = "cancelling";
    public const string Complete = "complete";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";
}
