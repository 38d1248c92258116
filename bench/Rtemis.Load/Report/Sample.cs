using System.Diagnostics;

namespace Rtemis.Load.Report;

/// <summary>Times of the same thing, all of them kept: percentiles are exact.</summary>
sealed class Sample
{
    readonly List<double> _milliseconds = [];
    bool _sorted;

    public int Count => _milliseconds.Count;

    public double Best => At(0);

    public double Median => At(0.5);

    public double Worst => At(1);

    public void Add(TimeSpan time)
    {
        _milliseconds.Add(time.TotalMilliseconds);
        _sorted = false;
    }

    /// <summary>Times an action.</summary>
    public void Time(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        Add(Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Milliseconds that a share of all stays below.</summary>
    public double At(double share)
    {
        if (!_sorted) _milliseconds.Sort();
        _sorted = true;
        return _milliseconds[Math.Min(_milliseconds.Count - 1, (int)(share * _milliseconds.Count))];
    }

    /// <summary>The percentiles that people ask for.</summary>
    public string Percentiles() => $"p50 {Median:0.###} ms, p90 {At(0.9):0.###} ms, p99 {At(0.99):0.###} ms, longest {Worst:0.##} ms, n = {Count:#,0}";
}
