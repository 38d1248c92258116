namespace Rtemis.Protocol.Messages;

/// <summary>A job in a snapshot.</summary>
/// <param name="JobId">Its id.</param>
/// <param name="Status">Its state.</param>
/// <param name="Stage">The step that runs, or null.</param>
/// <param name="Fraction">The share that is done, or null.</param>
public sealed record SnapshotJob(string JobId, string Status, string? Stage, double? Fraction);
