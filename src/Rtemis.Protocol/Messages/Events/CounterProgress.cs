using System.Text.Json.Serialization;

namespace Rtemis.Protocol.Messages;

/// <summary>A <c>job.progress</c> event that counts.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Stage">Always null.</param>
/// <param name="Message">Label and both numbers.</param>
/// <param name="Ts">Local time, to the second.</param>
/// <param name="Level">Always <c>progress</c>.</param>
/// <param name="NodeId">The counter.</param>
/// <param name="ParentId">The node that it belongs to, or null.</param>
/// <param name="Kind">What it counts.</param>
/// <param name="Status"><c>start</c>, <c>update</c> or <c>done</c>.</param>
/// <param name="Current">How many are done.</param>
/// <param name="Total">Of how many.</param>
/// <param name="Fraction">The share of the whole job, where this counter tells it.</param>
public sealed record CounterProgress(
    string JobId,
    string? Stage,
    string Message,
    string Ts,
    string Level,
    string NodeId,
    string? ParentId,
    string Kind,
    string Status,
    int Current,
    int Total,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Fraction);
