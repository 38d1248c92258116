namespace Rtemis.Client;

/// <summary>What a job tells of itself: one of the records in here. The last is <see cref="Ended"/>.</summary>
public abstract record JobProgress
{
    JobProgress()
    {
    }

    /// <summary>The event's number in the session, or null for what has none.</summary>
    public long? Seq { get; init; }

    /// <summary>The sentence that tells it; empty where there is none.</summary>
    public string Message { get; init; } = "";

    /// <summary>The stage of the run that it belongs to, or null.</summary>
    public string? Stage { get; init; }

    /// <summary>The server's local time to the second, or null.</summary>
    public string? Time { get; init; }

    /// <summary>It left the queue. A job that was never queued does not tell; one that the server's end broke off tells it again.</summary>
    /// <param name="At">When, ISO 8601 UTC.</param>
    public sealed record Started(string At) : JobProgress;

    /// <summary>It says something: <see cref="Message"/>.</summary>
    /// <param name="Level">How it is meant.</param>
    public sealed record Text(ProgressLevel Level) : JobProgress;

    /// <summary>A step of the run begins or ends. Steps form a tree.</summary>
    /// <param name="Status">Whether it begins or ends.</param>
    /// <param name="NodeId">The step.</param>
    /// <param name="ParentId">The step that it is a part of, or null.</param>
    /// <param name="Kind">What it is, a key of <see cref="RtemisClient.KindColors"/>.</param>
    /// <param name="Label">What tells it from its siblings, or null.</param>
    public sealed record Step(StepStatus Status, string NodeId, string? ParentId, string Kind, string? Label) : JobProgress;

    /// <summary>A counter goes on.</summary>
    /// <param name="Status">Whether it begins, goes on or ends.</param>
    /// <param name="NodeId">The counter.</param>
    /// <param name="ParentId">The step that it belongs to, or null.</param>
    /// <param name="Kind">What it counts.</param>
    /// <param name="Current">How many are done.</param>
    /// <param name="Total">Of how many.</param>
    /// <param name="Fraction">The share of the whole job that is done, 0 to 1, where this counter tells it, or null.</param>
    public sealed record Counter(
        StepStatus Status, string NodeId, string? ParentId, string Kind, int Current, int Total, double? Fraction) : JobProgress;

    /// <summary>Something is missing here: the reader was too slow, came too late, or the server no longer had it.</summary>
    /// <param name="Count">How much. What the server no longer had may have been told by other jobs.</param>
    public sealed record Missed(long Count) : JobProgress;

    /// <summary>It has ended.</summary>
    /// <param name="Outcome">How.</param>
    public sealed record Ended(JobOutcome Outcome) : JobProgress;
}
