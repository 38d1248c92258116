using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Tests.Golden.Unsupervised;

/// <summary>Makes frames; columns are named V1, V2, ...</summary>
static class Frames
{
    public static NumericFrame Of(params double[][] columns) =>
        NumericFrame.From(new Table([.. columns.Select((c, j) => new DoubleColumn($"V{j + 1}", c))], columns[0].Length));

    /// <summary>Roughly normal numbers, the same for the same seed.</summary>
    public static double[][] Normal(int rows, int columns, int seed)
    {
        var random = new System.Random(seed);
        return [.. Enumerable.Range(0, columns).Select(_ => Enumerable.Range(0, rows).Select(_ => Sum(random) - 6).ToArray())];
    }

    /// <summary>Groups of equal size around the given middles, which are the same in every column.</summary>
    public static double[][] Groups(int rows, int columns, int seed, params double[] middles)
    {
        var noise = Normal(rows, columns, seed);
        foreach (var column in noise)
            for (var i = 0; i < rows; i++) column[i] += middles[i % middles.Length];
        return noise;
    }

    static double Sum(System.Random random) => Enumerable.Range(0, 12).Sum(_ => random.NextDouble());
}
