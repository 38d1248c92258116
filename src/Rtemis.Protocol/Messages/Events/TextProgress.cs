namespace Rtemis.Protocol.Messages;

/// <summary>A <c>job.progress</c> event that is a sentence.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Stage">The step that says it, or null.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Ts">Local time, to the second.</param>
/// <param name="Level"><c>info</c>, <c>start</c>, <c>done</c> or <c>warn</c>.</param>
public sealed record TextProgress(string JobId, string? Stage, string Message, string Ts, string Level);
