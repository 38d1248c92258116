using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Tests.Supervised;

/// <summary>Seeded cases that every learner can learn something from.</summary>
static class BatteryData
{
    /// <summary>Cases with numbers, a factor where the learner takes them, and an outcome of the number of classes (0: a number).</summary>
    public static SupervisedData Of(BatteryCase learner, int rows, int classes, int seed = 1)
    {
        var random = new System.Random(seed);
        double Next() => random.NextDouble() * 4 - 2;
        double[] a = [.. Enumerable.Range(0, rows).Select(_ => Next())];
        double[] b = [.. Enumerable.Range(0, rows).Select(_ => Next())];
        int[] c = [.. Enumerable.Range(0, rows).Select(_ => random.Next(5))];
        int[] kind = [.. Enumerable.Range(0, rows).Select(_ => random.Next(3))];
        double[] signal = [.. Enumerable.Range(0, rows).Select(i => a[i] + 0.5 * b[i] * b[i] + 0.3 * kind[i] + 0.8 * Next())];
        List<Column> features = [new DoubleColumn("a", a)];
        if (!learner.OneFeature) features.AddRange([new DoubleColumn("b", b), new IntegerColumn("c", c)]);
        if (learner is { OneFeature: false, Factors: true }) features.Add(new FactorColumn("kind", kind, ["x", "y", "z"]));
        return new SupervisedData(features, Outcome(signal, classes));
    }

    static Column Outcome(double[] signal, int classes)
    {
        if (classes == 0) return new DoubleColumn("outcome", signal);
        // Classes of equal size.
        var order = Enumerable.Range(0, signal.Length).OrderBy(i => signal[i]).ToArray();
        var codes = new int[signal.Length];
        for (var i = 0; i < order.Length; i++) codes[order[i]] = i * classes / order.Length;
        return new FactorColumn("outcome", codes, [.. Enumerable.Range(0, classes).Select(k => $"class{k}")]);
    }
}
