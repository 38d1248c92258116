using MemoryPack;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Objectives;
using Rtemis.Learning.Supervised.Boosting.Trees;

namespace Rtemis.Learning.Supervised.Boosting;

/// <summary>Trees that make a model together.</summary>
[MemoryPackable]
sealed partial class BoostedEnsemble
{
    const int ChunkRows = 512;

    [MemoryPackConstructor]
    public BoostedEnsemble(BoostedTree[] trees, int outputs, bool averages, LinkFunction link) =>
        (Trees, Outputs, Averages, Link) = (trees, outputs, averages, link);

    /// <summary>The trees, those of a round side by side, one an output.</summary>
    public BoostedTree[] Trees { get; }

    /// <summary>The number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>Whether the mean of rounds is the model, not their sum.</summary>
    public bool Averages { get; }

    /// <summary>How sums become predictions.</summary>
    public LinkFunction Link { get; }

    /// <summary>Predicts cases: one column an output.</summary>
    /// <param name="values">Their features, case after case.</param>
    /// <param name="rows">The number of cases.</param>
    /// <param name="context">The run.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Matrix Predict(CaseValues values, int rows, RunContext context)
    {
        var predicted = new Matrix(rows, Outputs);
        var rounds = Math.Max(1, Trees.Length / Outputs);
        context.Work.ForChunks(rows, ChunkRows, (_, start, end) =>
        {
            var cases = values.Read(start, end);
            var sums = new double[Outputs];
            for (var t = 0; t < Trees.Length; t++)
            {
                var column = predicted.Column(t % Outputs);
                for (var row = start; row < end; row++) column[row] += Trees[t].ValueOf(cases.AsSpan((row - start) * values.Width, values.Width));
            }
            for (var row = start; row < end; row++)
            {
                for (var k = 0; k < Outputs; k++) sums[k] = Averages ? predicted[row, k] / rounds : predicted[row, k];
                Link.Apply(sums);
                for (var k = 0; k < Outputs; k++) predicted[row, k] = sums[k];
            }
        });
        return predicted;
    }
}
