namespace Rtemis.Protocol;

/// <summary>The events that a server sends.</summary>
public static class EventNames
{
    /// <summary>The event <c>ready</c>.</summary>
    public const string Ready = "ready";

    /// <summary>The event <c>heartbeat</c>.</summary>
    public const string Heartbeat = "heartbeat";

    /// <summary>The event <c>session.changed</c>.</summary>
    public const string SessionChanged = "session.changed";

    /// <summary>The event <c>session.deleted</c>.</summary>
    public const string SessionDeleted = "session.deleted";

    /// <summary>The event <c>session.connection_left</c>.</summary>
    public const string SessionConnectionLeft = "session.connection_left";

    /// <summary>The event <c>session.events_dropped</c>.</summary>
    public const string SessionEventsDropped = "session.events_dropped";

    /// <summary>The event <c>job.started</c>.</summary>
    public const string JobStarted = "job.started";

    /// <summary>The event <c>job.progress</c>.</summary>
    public const string JobProgress = "job.progress";

    /// <summary>The event <c>job.complete</c>.</summary>
    public const string JobComplete = "job.complete";

    /// <summary>The event <c>job.failed</c>.</summary>
    public const string JobFailed = "job.failed";

    /// <summary>The event <c>job.cancelled</c>.</summary>
    public const string JobCancelled = "job.cancelled";
}
