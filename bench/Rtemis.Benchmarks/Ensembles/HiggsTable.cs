using Rtemis.Benchmarks.Cases;
using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Benchmarks.Ensembles;

/// <summary>
/// A made-up table of the shape of the Higgs data (P. Baldi, P. Sadowski and D. Whiteson, "Searching for Exotic Particles in High-Energy Physics with Deep Learning",
/// 2014), the same in every run: 21 measured features - energies, angles and directions of particles, and marks with three values - and 7 that are computed from
/// them. Two classes of about the same size depend on products and distances that no single feature shows.
/// </summary>
sealed class HiggsTable
{
    /// <summary>The number of features.</summary>
    public const int Features = 28;

    const int Particles = 5;

    readonly double[][] _features;
    readonly int[] _classes;

    /// <param name="rows">The number of cases.</param>
    /// <param name="seed">Tells training cases from those that are predicted.</param>
    public HiggsTable(int rows, int seed)
    {
        var random = new System.Random(seed);
        _features = [.. Enumerable.Range(0, Features).Select(_ => new double[rows])];
        _classes = new int[rows];
        var values = new double[Features];
        for (var i = 0; i < rows; i++)
        {
            Draw(random, values);
            for (var f = 0; f < Features; f++) _features[f][i] = values[f];
            var odds = Signal(values);
            var u = 1 - random.NextDouble();
            _classes[i] = odds + Math.Log(u / (1 - u + double.Epsilon)) > 0 ? 1 : 0;
        }
    }

    /// <summary>The classes, 1 for signal.</summary>
    public int[] Classes => _classes;

    /// <summary>The cases.</summary>
    public SupervisedData Data => new(
        [.. _features.Select((values, f) => new DoubleColumn($"x{f + 1}", values))], new FactorColumn("y", _classes, ["background", "signal"]));

    /// <summary>Writes what R reads, with the classes' numbers for an outcome.</summary>
    public void Write(string path) => TableFile.Write(path, _features, Array.ConvertAll(_classes, c => (double)c));

    // Of each particle an energy, a direction along the beam, an angle around it and a mark; then one more energy; then what follows from them.
    static void Draw(System.Random random, double[] values)
    {
        for (var p = 0; p < Particles; p++)
        {
            values[4 * p] = -Math.Log(1 - random.NextDouble()) * (1 - 0.1 * p);
            values[4 * p + 1] = random.NextNormal();
            values[4 * p + 2] = (random.NextDouble() * 2 - 1) * Math.PI;
            values[4 * p + 3] = Math.Floor(random.NextDouble() * 3);
        }
        values[4 * Particles] = -Math.Log(1 - random.NextDouble());
        for (var p = 0; p < Particles; p++) values[21 + p] = Mass(values, p, (p + 1) % Particles);
        values[26] = Mass(values, 0, 2) + Mass(values, 1, 3);
        values[27] = Enumerable.Range(0, Particles).Sum(p => values[4 * p]);
    }

    // The mass of what two light particles came from.
    static double Mass(double[] values, int p, int q) => Math.Sqrt(
        2 * values[4 * p] * values[4 * q] * (Math.Cosh(values[4 * p + 1] - values[4 * q + 1]) - Math.Cos(values[4 * p + 2] - values[4 * q + 2])));

    static double Signal(double[] values) =>
        1.2 - 1.5 * Math.Abs(values[21] - 1.2) + 0.8 * Math.Sin(values[2] - values[6]) + 0.9 * (values[3] == values[7] ? 1 : -0.5)
        - 0.6 * Math.Abs(values[1] * values[5]) + 0.4 * Math.Min(2, values[26]) - 0.5 * (values[20] > values[0] ? 1 : 0);
}
