using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Objectives;
using Rtemis.Learning.Supervised.Boosting.Trees;

namespace Rtemis.Learning.Supervised.Boosting.Rounds;

/// <summary>Cases that the model is judged by while it grows.</summary>
/// <param name="cases">Their outcome.</param>
/// <param name="values">Their features, case after case.</param>
/// <param name="outputs">The number of the model's outputs.</param>
sealed class ValidationCases(BoostedCases cases, double[] values, int outputs)
{
    const int ChunkRows = 4096;

    /// <summary>The outcome.</summary>
    public BoostedCases Cases => cases;

    /// <summary>The model's sums, one array an output.</summary>
    public double[][] Sums { get; } = [.. Enumerable.Range(0, outputs).Select(_ => new double[cases.Rows])];

    /// <summary>Adds a tree.</summary>
    public void Add(int output, BoostedTree tree, RunContext context)
    {
        var (sums, width) = (Sums[output], values.Length / Math.Max(1, cases.Rows));
        context.Work.ForChunks(cases.Rows, ChunkRows, (_, start, end) =>
        {
            for (var row = start; row < end; row++) sums[row] += tree.ValueOf(values.AsSpan(row * width, width));
        });
    }

    /// <summary>Adds a constant.</summary>
    public void Add(int output, double constant)
    {
        foreach (ref var sum in Sums[output].AsSpan()) sum += constant;
    }
}
