namespace Rtemis.Protocol.Messages;

/// <summary>Data of the <c>heartbeat</c> event.</summary>
/// <param name="Ts">The server's time, ISO 8601 UTC.</param>
/// <param name="DaemonCount">Daemons that are alive.</param>
/// <param name="JobsRunning">Jobs that run now.</param>
public sealed record HeartbeatData(string Ts, int DaemonCount, int JobsRunning);
