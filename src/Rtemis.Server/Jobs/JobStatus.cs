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

    /// <summary>Whether nothing more happens to a job of that status.</summary>
    public static bool IsFinal(string status) => status is Complete or Failed or Cancelled;
}
