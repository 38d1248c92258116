using System.Text.Json.Serialization;

namespace Rtemis.Protocol.Messages;

/// <summary>A job.</summary>
/// <param name="JobId">Its id.</param>
/// <param name="Type"><c>train</c>, <c>decomp</c> or <c>cluster</c>.</param>
/// <param name="Status">Its state.</param>
/// <param name="SubmittedAt">When it was submitted, ISO 8601 UTC.</param>
/// <param name="StartedAt">When it started, or null.</param>
/// <param name="CompletedAt">When it ended, or null.</param>
/// <param name="Stage">The step that it told of last, or null.</param>
/// <param name="Fraction">The share that is done, 0 to 1, or null.</param>
/// <param name="LastMessage">What it told last, or null.</param>
/// <param name="Error">Why it failed or was cancelled, or null.</param>
/// <param name="QueuePosition">Its place in the queue, from 1.</param>
/// <param name="Engine">The engine that runs it.</param>
/// <param name="Algorithm">Its algorithm.</param>
/// <param name="Question">The question that it answers.</param>
/// <param name="DataHandle">Its table.</param>
/// <param name="DataName">Its table's name.</param>
public sealed record JobSummary(
    string JobId,
    string Type,
    string Status,
    string SubmittedAt,
    string? StartedAt,
    string? CompletedAt,
    string? Stage,
    double? Fraction,
    string? LastMessage,
    ErrorBody? Error,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? QueuePosition,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Engine,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Algorithm,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Question,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DataHandle,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DataName);
