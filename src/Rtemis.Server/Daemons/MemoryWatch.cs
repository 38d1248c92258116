using System.Diagnostics;

namespace Rtemis.Server.Daemons;

/// <summary>
/// Looks at a daemon's memory twice a second while it runs a job, remembers the most that it had, and has it ended when that is more than it may have.
/// </summary>
sealed class MemoryWatch : IAsyncDisposable
{
    const int Kill = 9;
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    readonly Process _process;
    readonly MemoryLimit? _limit;
    readonly CancellationTokenSource _done = new();
    readonly OomKills _oomKills;
    readonly Task _watching;
    long _peak;

    /// <param name="process">The daemon.</param>
    /// <param name="limit">What it may have, or null.</param>
    /// <param name="end">Ends it.</param>
    /// <param name="clock">The time.</param>
    public MemoryWatch(Process process, MemoryLimit? limit, Action end, TimeProvider clock)
    {
        _process = process;
        _limit = limit;
        _oomKills = new OomKills(process.Id);
        Look();
        _watching = WatchAsync(end, clock);
    }

    /// <summary>The most that was seen, or null when nothing was.</summary>
    public long? Peak => Interlocked.Read(ref _peak) is > 0 and var bytes ? bytes : null;

    /// <summary>Whether it was ended for having too much.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Looks once more, out of turn.</summary>
    public void Look()
    {
        if (ProcessMemory.PrivateBytes(_process) is { } bytes && bytes > Interlocked.Read(ref _peak)) Interlocked.Exchange(ref _peak, bytes);
    }

    /// <summary>Which lack of memory the daemon died of, or null for none.</summary>
    /// <param name="signal">The signal that ended it, or null.</param>
    /// <param name="lastOutput">What it said at the end.</param>
    public MemoryLack? CauseOfDeath(int? signal, IEnumerable<string> lastOutput) =>
        IsOver ? MemoryLack.OverLimit
        : signal == Kill && _oomKills.HaveHappened ? MemoryLack.System
        // How the .NET runtime ends when it can't even throw.
        : lastOutput.Any(l => l.Contains("OutOfMemoryException", StringComparison.Ordinal) || l.StartsWith("Out of memory", StringComparison.Ordinal))
            ? MemoryLack.Allocation
        : null;

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(false);
        _done.Dispose();
    }

    async Task WatchAsync(Action end, TimeProvider clock)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_done.Token).ConfigureAwait(false))
            {
                Look();
                if (!(Peak > _limit?.Bytes)) continue;
                IsOver = true;
                end();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The job has ended.
        }
    }
}
