using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Tests.Supervised.Gam;

/// <summary>Cases by formula, the same here and in the script for R.</summary>
static class GamCases
{
    /// <summary>Cases with an outcome (<c>y</c>, <c>cls</c>, <c>line</c>, <c>wave</c>), features of <c>a</c>, <c>b</c>, <c>c</c>, <c>g</c>, and weights.</summary>
    public static SupervisedData Of(int count, string outcome, string[] features, string? weights = null)
    {
        double[] Each(Func<long, double> value) => [.. Enumerable.Range(0, count).Select(i => value(i))];
        var a = Each(i => i * 7919 % 10007 / 10007.0);
        var b = Each(i => (i * i + 3 * i) % 997 / 997.0 * 2 - 1);
        var c = Each(i => i * 31 % 11);
        int[] g = [.. Enumerable.Range(0, count).Select(i => i * 17 % 3)];
        var noise = Each(i => i * 104729 % 1009 / 1009.0 - 0.5);
        var y = Each(i => Math.Sin(6 * a[i]) + b[i] * b[i] + Math.Sqrt(c[i]) / 3 + (g[i] == 1 ? 0.5 : 0) + noise[i]);
        Column target = outcome switch
        {
            "line" => new DoubleColumn(outcome, Each(i => 2 * a[i] + noise[i])),
            "wave" => new DoubleColumn(outcome, Each(i => Math.Sin(40 * a[i]) + noise[i] / 50)),
            "cls" => new FactorColumn(
                outcome, Enumerable.Range(0, count).Select(i => (long)i * 7877 % 1013 / 1013.0 < 1 / (1 + Math.Exp(-2 * (y[i] - 1.6))) ? 1 : 0).ToArray(), ["no", "yes"]),
            _ => new DoubleColumn(outcome, y),
        };
        Column[] columns =
            [.. features.Select(f => (Column)(f switch { "a" => new DoubleColumn(f, a), "b" => new DoubleColumn(f, b), "c" => new DoubleColumn(f, c), _ => new FactorColumn(f, g, ["u", "v", "w"]) }))];
        return weights is null
            ? new SupervisedData(columns, target)
            : new SupervisedData(columns, target, weights == "w" ? Each(i => i * 13 % 7 / 3.0) : Each(i => 1 + i % 3));
    }

    /// <summary>Numbers beyond the range of the cases; a factor as it is.</summary>
    public static Column Move(Column feature) => feature is DoubleColumn numbers
        ? new DoubleColumn(feature.Name, Array.ConvertAll(numbers.Values.ToArray(), v => v * 1.2 - 0.1))
        : feature;
}
