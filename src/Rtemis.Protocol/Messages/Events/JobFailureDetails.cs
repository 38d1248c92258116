namespace Rtemis.Protocol.Messages;

/// <summary>The <c>details</c> of a failed job's error.</summary>
/// <param name="Reason"><c>engine_error</c>, <c>daemon_died</c>, <c>out_of_memory</c>, <c>timeout</c> or <c>server_restarted</c>.</param>
/// <param name="ExitCode">The daemon's exit code, or null.</param>
/// <param name="Signal">The signal that ended the daemon, or null.</param>
/// <param name="PeakMemoryBytes">The most memory that the daemon used, or null where unknown.</param>
/// <param name="LastOutput">The last lines that the daemon printed, or null.</param>
public sealed record JobFailureDetails(
    string Reason,
    int? ExitCode,
    int? Signal,
    long? PeakMemoryBytes,
    IReadOnlyList<string>? LastOutput);
