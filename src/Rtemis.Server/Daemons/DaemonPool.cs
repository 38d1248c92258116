using Rtemis.Protocol;
using Rtemis.Server.Hosting;
using Rtemis.Server.Jobs;
using Rtemis.Server.Metrics;
using Rtemis.Server.Options;

namespace Rtemis.Server.Daemons;

/// <summary>The daemons of all engines. Those of the default engine are started with the server, others when a job first wants them.</summary>
sealed class DaemonPool : IDisposable
{
    readonly EngineSet _engines;
    readonly DaemonPlaces[] _engineDaemons;

    public DaemonPool(
        ServerOptions options, EngineSet engines, IEnumerable<IDaemonKind> kinds, TimeProvider clock, ServerMetrics metrics, ILogger<DaemonPool> log)
    {
        _engines = engines;
        _engineDaemons = [.. kinds.Select(kind => new DaemonPlaces(options, kind, clock, metrics, log))];
    }

    /// <summary>How many daemons are up.</summary>
    public int Alive => _engineDaemons.Sum(d => d.Alive);

    /// <summary>The private memory of each that is up.</summary>
    public IEnumerable<(int Pid, long Bytes)> Memory => _engineDaemons.SelectMany(d => d.Memory);

    /// <summary>Starts those of the default engine; does not wait until they are up.</summary>
    public void Start() => Of(_engines.Default.Name).Start();

    /// <summary>Runs a job on a free daemon of its engine; says what went wrong, or null.</summary>
    /// <exception cref="ProtocolException">The engine is not there.</exception>
    public async Task<ErrorBody?> RunAsync(Job job)
    {
        var engine = await _engines.FindAsync(job.Spec.Engine, job.Cancellation).ConfigureAwait(false);
        return await Of(engine.Name).RunAsync(job).ConfigureAwait(false);
    }

    /// <summary>Ends all daemons, and with them what they run.</summary>
    public Task StopAsync() => Task.WhenAll(_engineDaemons.Select(d => d.StopAsync()));

    public void Dispose()
    {
        foreach (var daemons in _engineDaemons) daemons.Dispose();
    }

    DaemonPlaces Of(string engine) => _engineDaemons.Single(d => d.Engine == engine);
}
