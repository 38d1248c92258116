namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>info</c>.</summary>
/// <param name="Server">Always <c>rtemislive</c>.</param>
/// <param name="RtemisServerVersion">The server's version.</param>
/// <param name="RtemisVersion">The release of rtemis that the default engine runs or follows.</param>
/// <param name="RVersion">The version of R, or null.</param>
/// <param name="Daemons">The number of daemons that run jobs.</param>
/// <param name="MaxConcurrent">The most jobs that run at a time.</param>
/// <param name="UptimeSeconds">Seconds since the start.</param>
/// <param name="NSessions">The number of sessions.</param>
/// <param name="NJobsRunning">The number of jobs that run now.</param>
/// <param name="Engine">The default engine.</param>
/// <param name="Engines">All engines.</param>
public sealed record InfoResult(
    string Server,
    string RtemisServerVersion,
    string RtemisVersion,
    string? RVersion,
    int Daemons,
    int MaxConcurrent,
    double UptimeSeconds,
    int NSessions,
    int NJobsRunning,
    string Engine,
    IReadOnlyList<EngineInfo> Engines);
