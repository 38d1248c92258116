using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>The mean of what the trees of a forest predict.</summary>
static class ForestPrediction
{
    // Their numbers stay in the processor's cache, tree after tree.
    const int ChunkRows = 512;

    // A tree takes some microseconds for a chunk.
    const int TreesBetweenLooks = 64;

    /// <summary>One row a case; one column, or one a class.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="columns">The cases' numbers, feature by feature.</param>
    /// <param name="rows">The number of cases.</param>
    /// <param name="width">The values that a leaf predicts.</param>
    /// <param name="context">The run.</param>
    public static Matrix Of(ForestTree[] trees, ReadOnlyMemory<double>[] columns, int rows, int width, RunContext context)
    {
        var means = new Matrix(rows, width);
        context.Work.ForChunks(rows, ChunkRows, (_, start, end) =>
        {
            var cases = Gather(columns, start, end);
            var sums = new double[(end - start) * width];
            for (var t = 0; t < trees.Length; t++)
            {
                if (t % TreesBetweenLooks == 0) context.Cancellation.ThrowIfCancellationRequested();
                Add(trees[t], cases, columns.Length, width, sums);
            }
            for (var i = 0; i < sums.Length; i++) means[start + i / width, i % width] = sums[i] / trees.Length;
        });
        return means;
    }

    /// <summary>The numbers of some cases, case by case.</summary>
    public static double[] Gather(ReadOnlyMemory<double>[] columns, int start, int end)
    {
        var cases = new double[(end - start) * columns.Length];
        for (var c = 0; c < columns.Length; c++)
        {
            var column = columns[c].Span[start..end];
            for (var i = 0; i < column.Length; i++) cases[i * columns.Length + c] = column[i];
        }
        return cases;
    }

    static void Add(ForestTree tree, ReadOnlySpan<double> cases, int features, int width, Span<double> sums)
    {
        for (var i = 0; i * features < cases.Length; i++)
        {
            var value = tree.Nodes[tree.Find(cases.Slice(i * features, features))].Value;
            if (width == 1)
            {
                sums[i] += value;
                continue;
            }
            for (var k = 0; k < width; k++) sums[i * width + k] += tree.Shares[(int)value + k];
        }
    }
}
