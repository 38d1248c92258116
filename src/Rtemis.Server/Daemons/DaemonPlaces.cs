using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Channels;
using Rtemis.Daemon;
using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Server.Jobs;
using Rtemis.Server.Metrics;
using Rtemis.Server.Options;

namespace Rtemis.Server.Daemons;

/// <summary>The daemons of one engine, kept warm from the first use on. A place whose daemon dies gets another one.</summary>
sealed partial class DaemonPlaces : IDisposable
{
    static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    readonly ServerOptions _options;
    readonly IDaemonKind _kind;
    readonly MemoryLimit? _memory;
    readonly TimeProvider _clock;
    readonly ServerMetrics _metrics;
    readonly ILogger _log;
    readonly Place[] _places;
    readonly Channel<Place> _free = Channel.CreateUnbounded<Place>();
    readonly CancellationTokenSource _stopping = new();
    int _started;

    public DaemonPlaces(ServerOptions options, IDaemonKind kind, TimeProvider clock, ServerMetrics metrics, ILogger log)
    {
        _options = options;
        _kind = kind;
        _memory = MemoryLimit.From(options);
        _clock = clock;
        _metrics = metrics;
        _log = log;
        _places = [.. Enumerable.Range(0, options.NDaemons).Select(_ => new Place())];
    }

    /// <summary>The engine.</summary>
    public string Engine => _kind.Engine;

    /// <summary>How many daemons are up.</summary>
    public int Alive => _places.Count(p => p.Daemon is { IsAlive: true });

    /// <summary>The private memory of each that is up.</summary>
    public IEnumerable<(int Pid, long Bytes)> Memory
    {
        get
        {
            foreach (var place in _places)
                if (place.Daemon is { } daemon && daemon.PrivateBytes is { } bytes) yield return (daemon.Id, bytes);
        }
    }

    /// <summary>Starts the daemons, unless that was done; does not wait until they are up.</summary>
    public void Start()
    {
        if (Interlocked.Exchange(ref _started, 1) == 1) return;
        foreach (var place in _places)
        {
            Fill(place);
            _free.Writer.TryWrite(place);
        }
    }

    /// <summary>Runs a job on a free daemon; says what went wrong, or null.</summary>
    /// <exception cref="OperationCanceledException">The job was cancelled before a daemon was free, or while its files were made.</exception>
    public async Task<ErrorBody?> RunAsync(Job job)
    {
        Start();
        var place = await _free.Reader.ReadAsync(job.Cancellation).ConfigureAwait(false);
        try
        {
            var threads = Math.Max(1, Environment.ProcessorCount / _options.NDaemons);
            var assignment = new Assignment(
                job.Id, JobTypes.Name(job.Spec.Type), job.Spec.Parameters, job.Material.Data.Path, job.Material.Source?.Path, job.Result.Path, threads,
                _options.Tick.TotalMilliseconds);
            return await RunAsync(place, assignment, job).ConfigureAwait(false);
        }
        finally
        {
            Fill(place);
            _free.Writer.TryWrite(place);
        }
    }

    /// <summary>Ends all daemons, and with them what they run.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        var daemons = _places.Select(p => p.Daemon).OfType<DaemonProcess>().ToList();
        foreach (var daemon in daemons) daemon.Kill();
        await Task.WhenAll(daemons.Select(d => d.Exited)).ConfigureAwait(false);
    }

    public void Dispose()
    {
        foreach (var place in _places) place.Daemon?.Dispose();
        _stopping.Dispose();
    }

    async Task<ErrorBody?> RunAsync(Place place, Assignment assignment, Job job)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var told = _kind.Prepare(assignment, job.Cancellation);
            if (Fill(place) is not { } daemon) return new DaemonOutcome.Died(null, null, null, []).Error;
            var outcome = await new DaemonRun(daemon, _memory, _clock, _log).RunAsync(told, job.Report, job.Cancellation).ConfigureAwait(false);
            if (outcome.Error is null && !job.Cancellation.IsCancellationRequested) _kind.Collect(assignment, told, job.Cancellation);
            _metrics.JobEnded(assignment.Type, job.Cancellation.IsCancellationRequested ? JobStatus.Cancelled : outcome.Name, started);
            return outcome.Error;
        }
        catch (OperationCanceledException)
        {
            _metrics.JobEnded(assignment.Type, JobStatus.Cancelled, started);
            throw;
        }
        finally
        {
            _kind.CleanUp(assignment);
        }
    }

    // Gives the place's daemon, a new one if the old one is gone; null if it can't be started.
    DaemonProcess? Fill(Place place)
    {
        lock (place)
        {
            if (place.Daemon is { IsAlive: true } || _stopping.IsCancellationRequested) return place.Daemon;
            try
            {
                place.Daemon?.Dispose();
                place.Daemon = DaemonProcess.Start(_kind, _memory, _log);
            }
            catch (Win32Exception e)
            {
                place.Daemon = null;
                LogNotStarted(_log, _kind.Program, e.Message);
                return null;
            }
            _metrics.DaemonStarted();
            _ = WatchAsync(place, place.Daemon);
            return place.Daemon;
        }
    }

    // A daemon that dies between jobs is replaced at once; one that never came up is tried again ever more slowly.
    async Task WatchAsync(Place place, DaemonProcess daemon)
    {
        await daemon.Exited.ConfigureAwait(false);
        if (_stopping.IsCancellationRequested) return;
        _metrics.DaemonDied(daemon.End);
        LogDied(_log, daemon.Id);
        place.Failures = daemon.WasReady ? 0 : place.Failures + 1;
        try
        {
            if (place.Failures > 0) await Task.Delay(Pause(place.Failures), _clock, _stopping.Token).ConfigureAwait(false);
            Fill(place);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    static TimeSpan Pause(int failures) => TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, ShortestPause.TotalSeconds * Math.Pow(2, failures - 1)));

    [LoggerMessage(610, LogLevel.Warning, "Daemon {Pid} died and is replaced.")]
    static partial void LogDied(ILogger log, int pid);

    [LoggerMessage(611, LogLevel.Error, "The daemon program {Program} can't be started: {Reason}")]
    static partial void LogNotStarted(ILogger log, string program, string reason);

    sealed class Place
    {
        public DaemonProcess? Daemon { get; set; }

        public int Failures { get; set; }
    }
}
