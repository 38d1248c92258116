using Rtemis.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native.Tables;

/// <summary>
/// The <c>roc</c> slice: of two classes the positive one's curve, of more each against the rest; all resamples together, then each.
/// </summary>
sealed class RocTable
{
    readonly List<Func<Block?>> _blocks = [];
    readonly IReadOnlyList<string> _levels;

    RocTable(IReadOnlyList<string> levels) => _levels = levels;

    public static ResultTable Of(TrainingResult result, WorkSplit work)
    {
        if (result.Data.Classes.Count == 0) return Cells.Nothing;
        var table = new RocTable(result.Data.Classes);
        if (result is SupervisedResult single) table.Add("training", "aggregate", [single.Fit.Training]);
        if (result is ResampledResult resampled)
        {
            table.AddSplit("training", [.. resampled.Folds.Select(f => (f.Name, f.Training))]);
            table.AddSplit("test", [.. resampled.Folds.Select(f => (f.Name, f.Test))]);
        }
        return table.Bind(work);
    }

    /// <summary>The curves of new cases whose outcome is known.</summary>
    public static ResultTable Of(IReadOnlyList<string> levels, SampleResult test, WorkSplit work)
    {
        var table = new RocTable(levels);
        table.Add("test", "aggregate", [test]);
        return table.Bind(work);
    }

    void AddSplit(string split, IReadOnlyList<(string Name, SampleResult Sample)> folds)
    {
        Add(split, "aggregate", [.. folds.Select(f => f.Sample)]);
        foreach (var (name, sample) in folds) Add(split, name, [sample]);
    }

    void Add(string split, string fold, IReadOnlyList<SampleResult> samples)
    {
        var columns = samples[0].Prediction.Values.Columns;
        for (var c = 0; c < columns; c++)
        {
            var column = c;
            var level = columns == 1 ? 1 : c;
            _blocks.Add(() =>
            {
                var scores = Pool(samples, s => s.Prediction.Values.ColumnMemory(column)).Span;
                var codes = Pool(samples, s => ((FactorColumn)s.Actual).Codes).Span;
                return RocCurve.Of(scores, codes, level) is { } curve ? new Block(split, _levels[level], fold, curve) : null;
            });
        }
    }

    ResultTable Bind(WorkSplit work)
    {
        var made = new Block?[_blocks.Count];
        work.For(made.Length, i => made[i] = _blocks[i]());
        List<Block> blocks = [.. made.OfType<Block>()];
        if (blocks.Count == 0) return Cells.Nothing;
        Column[] columns =
        [
            Cells.Runs("split", [.. blocks.Select(b => (b.Split, b.Points))]),
            Cells.Runs("class", [.. blocks.Select(b => (b.Class, b.Points))]),
            Cells.Runs("fold", [.. blocks.Select(b => (b.Fold, b.Points))]),
            new DoubleColumn("fpr", Cells.Join(blocks.Select(b => (ReadOnlyMemory<double>)b.Curve.FalsePositiveRate))),
            new DoubleColumn("tpr", Cells.Join(blocks.Select(b => (ReadOnlyMemory<double>)b.Curve.TruePositiveRate))),
            new DoubleColumn("auc", blocks.SelectMany(b => Enumerable.Repeat(b.Curve.Auc, b.Points)).ToArray()),
        ];
        return new ResultTable(new Table(columns, columns[0].Length));
    }

    static ReadOnlyMemory<T> Pool<T>(IReadOnlyList<SampleResult> samples, Func<SampleResult, ReadOnlyMemory<T>> values) =>
        samples.Count == 1 ? values(samples[0]) : Cells.Join(samples.Select(values));

    sealed record Block(string Split, string Class, string Fold, RocCurve Curve)
    {
        public int Points => Curve.FalsePositiveRate.Length;
    }
}
