using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Supervised;

namespace Rtemis.Benchmarks.Cases;

/// <summary>
/// A made-up table, the same in every run. Of every four features, two are standard normal, one is skewed (the exponential of such a number) and one
/// is a whole number from 0 to 9, so that there are ties; neighbours are correlated by 0.3. The outcome is a straight line in some features, with a
/// bend, a step and a product, plus normal noise; for two classes, whether logistic noise leaves it above its middle.
/// </summary>
sealed class SyntheticTable
{
    const int Seed = 20_240_601;
    const double Correlation = 0.3;

    readonly double[][] _features;
    readonly double[] _outcome;
    readonly TaskType _task;

    public SyntheticTable(TableSize size, TaskType task)
    {
        _task = task;
        var random = new System.Random(Seed);
        var normal = new double[size.Features][];
        for (var f = 0; f < normal.Length; f++) normal[f] = Normal(random, size.Rows, f == 0 ? null : normal[f - 1]);
        _outcome = new double[size.Rows];
        for (var i = 0; i < size.Rows; i++) _outcome[i] = Outcome(random, task, f => f < normal.Length ? normal[f][i] : 0);
        _features = [.. normal.Select((values, f) => Array.ConvertAll(values, z => Shape(f, z)))];
    }

    public SupervisedData Data => new([.. _features.Select((values, f) => new DoubleColumn($"x{f + 1}", values))], OutcomeColumn);

    Column OutcomeColumn => _task == TaskType.Regression
        ? new DoubleColumn("y", _outcome)
        : new FactorColumn("y", Array.ConvertAll(_outcome, y => (int)y), ["no", "yes"]);

    /// <summary>Writes what R reads.</summary>
    public void Write(string path) => TableFile.Write(path, _features, _outcome);

    static double[] Normal(System.Random random, int rows, double[]? neighbour)
    {
        var values = new double[rows];
        for (var i = 0; i < rows; i++)
        {
            var z = random.NextNormal();
            values[i] = neighbour is null ? z : Correlation * neighbour[i] + Math.Sqrt(1 - Correlation * Correlation) * z;
        }
        return values;
    }

    static double Outcome(System.Random random, TaskType task, Func<int, double> z)
    {
        var signal = z(0) - 0.5 * z(1) + 0.8 * Math.Abs(z(2)) + (z(3) > 0.5 ? 1 : 0) + 0.5 * z(4) * z(5) + 0.3 * z(6);
        var u = 1 - random.NextDouble();
        if (task == TaskType.Classification) return signal - 1 + Math.Log(u / (1 - u + double.Epsilon)) > 0 ? 1 : 0;
        return signal + Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    static double Shape(int feature, double z) => (feature % 4) switch
    {
        2 => Math.Exp(z),
        3 => Math.Clamp(Math.Floor(2 * z + 5), 0, 9),
        _ => z,
    };
}
