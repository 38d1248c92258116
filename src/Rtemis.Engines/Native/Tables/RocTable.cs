using Rtemis.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native.Tables;

/// <summary>The <c>roc</c> slice: of two classes the positive one's curve, of more each against the rest; all resamples together, then each.</summary>
sealed class RocTable
{
    readonly List<(string Split, string Class, string Fold, RocCurve Curve)> _curves = [];
    readonly IReadOnlyList<string> _levels;

    RocTable(IReadOnlyList<string> levels) => _levels = levels;

    public static ResultTable Of(TrainingResult result)
    {
        if (result.Data.Classes.Count == 0) return Cells.Nothing;
        var table = new RocTable(result.Data.Classes);
        if (result is SupervisedResult single) table.Add("training", "aggregate", [single.Fit.Training]);
        if (result is ResampledResult resampled)
        {
            table.AddSplit("training", [.. resampled.Folds.Select(f => (f.Name, f.Training))]);
            table.AddSplit("test", [.. resampled.Folds.Select(f => (f.Name, f.Test))]);
        }
        return table.Bind();
    }

    void AddSplit(string split, IReadOnlyList<(string Name, SampleResult Sample)> folds)
    {
        Add(split, "aggregate", [.. folds.Select(f => f.Sample)]);
        foreach (var (name, sample) in folds) Add(split, name, [sample]);
    }

    void Add(string split, string fold, IReadOnlyList<SampleResult> samples)
    {
        var codes = Pool(samples, s => ((FactorColumn)s.Actual).Codes).Span;
        var columns = samples[0].Prediction.Values.Columns;
        for (var c = 0; c < columns; c++)
        {
            var column = c;
            var level = columns == 1 ? 1 : c;
            var scores = Pool(samples, s => s.Prediction.Values.ColumnMemory(column)).Span;
            if (RocCurve.Of(scores, codes, level) is { } curve) _curves.Add((split, _levels[level], fold, curve));
        }
    }

    ResultTable Bind()
    {
        if (_curves.Count == 0) return Cells.Nothing;
        Column[] columns =
        [
            Cells.Runs("split", [.. _curves.Select(c => (c.Split, Points(c.Curve)))]),
            Cells.Runs("class", [.. _curves.Select(c => (c.Class, Points(c.Curve)))]),
            Cells.Runs("fold", [.. _curves.Select(c => (c.Fold, Points(c.Curve)))]),
            new DoubleColumn("fpr", Cells.Join(_curves.Select(c => (ReadOnlyMemory<double>)c.Curve.FalsePositiveRate))),
            new DoubleColumn("tpr", Cells.Join(_curves.Select(c => (ReadOnlyMemory<double>)c.Curve.TruePositiveRate))),
            new DoubleColumn("auc", _curves.SelectMany(c => Enumerable.Repeat(c.Curve.Auc, Points(c.Curve))).ToArray()),
        ];
        return new ResultTable(new Table(columns, columns[0].Length));
    }

    static int Points(RocCurve curve) => curve.FalsePositiveRate.Length;

    static ReadOnlyMemory<T> Pool<T>(IReadOnlyList<SampleResult> samples, Func<SampleResult, ReadOnlyMemory<T>> values) =>
        samples.Count == 1 ? values(samples[0]) : Cells.Join(samples.Select(values));
}
