namespace Rtemis.Protocol.Messages;

/// <summary>A <c>job.progress</c> event about a node of the run.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Stage">Always <c>train</c>.</param>
/// <param name="Message">Kind and label.</param>
/// <param name="Ts">Local time, to the second.</param>
/// <param name="Level"><c>info</c> or <c>error</c>.</param>
/// <param name="SessionId">The run.</param>
/// <param name="NodeId">The node.</param>
/// <param name="ParentId">The node that it belongs to, or null.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Label">What tells it from its siblings, or null.</param>
/// <param name="Status"><c>start</c>, <c>done</c> or <c>error</c>.</param>
/// <param name="Total">Always null.</param>
public sealed record NodeProgress(
    string JobId,
    string? Stage,
    string Message,
    string Ts,
    string Level,
    string SessionId,
    string NodeId,
    string? ParentId,
    string Kind,
    string? Label,
    string Status,
    int? Total);
