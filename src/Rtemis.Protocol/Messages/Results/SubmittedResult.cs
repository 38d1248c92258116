using System.Text.Json.Serialization;

namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>train</c>, <c>decomp</c> and <c>cluster</c>.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Status"><c>running</c> or <c>queued</c>.</param>
/// <param name="QueuePosition">Its place in the queue, from 1.</param>
public sealed record SubmittedResult(
    string JobId,
    string Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? QueuePosition);
