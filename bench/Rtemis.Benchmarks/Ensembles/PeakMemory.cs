using System.Diagnostics;

namespace Rtemis.Benchmarks.Ensembles;

/// <summary>The most memory that a process had in hand while this was open, as looked up every few milliseconds, beyond what it had at the start.</summary>
sealed class PeakMemory : IDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    readonly Process _process;
    readonly long _before;
    readonly Timer _timer;
    long _peak;

    public PeakMemory(Process process)
    {
        _process = process;
        _before = Resident();
        _timer = new Timer(_ => Look(), null, Interval, Interval);
    }

    /// <summary>In mebibytes.</summary>
    public double Mebibytes => (Math.Max(Interlocked.Read(ref _peak), Resident()) - _before) / (1024.0 * 1024);

    public void Dispose() => _timer.Dispose();

    void Look()
    {
        var now = Resident();
        if (now > Interlocked.Read(ref _peak)) Interlocked.Exchange(ref _peak, now);
    }

    long Resident()
    {
        lock (_process)
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }
}
