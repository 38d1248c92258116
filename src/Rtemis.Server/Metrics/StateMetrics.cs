using System.Diagnostics.Metrics;
using Rtemis.Server.Daemons;
using Rtemis.Server.Jobs;
using Rtemis.Server.Sessions;
using Rtemis.Server.Transport;

namespace Rtemis.Server.Metrics;

/// <summary>What the server tells of its state when a listener asks; it costs nothing in between.</summary>
sealed class StateMetrics
{
    public StateMetrics(IMeterFactory factory, ConnectionRegistry connections, SessionRegistry sessions, JobQueue queue, DaemonPool daemons)
    {
        var meter = factory.Create(ServerMetrics.MeterName);
        meter.CreateObservableUpDownCounter("rtemis.server.connections", () => connections.Count, "{connection}", "Connections that are open.");
        meter.CreateObservableUpDownCounter("rtemis.server.sessions", () => sessions.All.Count, "{session}", "Sessions.");
        meter.CreateObservableUpDownCounter("rtemis.server.queued_jobs", () => Queued(sessions), "{job}", "Jobs that wait for a daemon.");
        meter.CreateObservableUpDownCounter("rtemis.server.running_jobs", () => queue.Running, "{job}", "Jobs that run.");
        meter.CreateObservableUpDownCounter("rtemis.server.daemons", () => daemons.Alive, "{process}", "Daemons that are up.");
        meter.CreateObservableGauge("rtemis.server.daemon.memory", () => Memory(daemons), "By", "Private memory of each daemon.");
    }

    static int Queued(SessionRegistry sessions) => sessions.All.Sum(s => s.Jobs.Count(j => j.Status == JobStatus.Queued));

    static IEnumerable<Measurement<long>> Memory(DaemonPool daemons) =>
        daemons.Memory.Select(d => new Measurement<long>(d.Bytes, new KeyValuePair<string, object?>("process.pid", d.Pid)));
}
