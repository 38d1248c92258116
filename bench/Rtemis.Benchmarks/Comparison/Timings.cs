using System.Globalization;

namespace Rtemis.Benchmarks.Comparison;

/// <summary>How long a step took, in seconds, each time.</summary>
sealed class Timings
{
    readonly List<double> _seconds = [];

    public int Count => _seconds.Count;

    public double Best => _seconds.Min();

    public double Median => _seconds.Order().ElementAt(_seconds.Count / 2);

    public void Add(double seconds) => _seconds.Add(seconds);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Text(Best)} ({Text(Median)})");

    static string Text(double seconds) => seconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0.##} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s");
}
