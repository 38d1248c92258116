using Rtemis.Data;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native.Tables;

/// <summary>The <c>predictions</c> slice: the truth beside what was predicted, the training cases before those held out.</summary>
static class PredictionTable
{
    /// <summary>One model's predictions, with probabilities.</summary>
    public static ResultTable Of(SupervisedResult result)
    {
        var sample = result.Fit.Training;
        var columns = new List<Column> { Cells.Runs("split", [("training", sample.Actual.Length)]), sample.Actual.Rename("actual"), Predicted(sample) };
        var levels = result.Data.Classes;
        var values = sample.Prediction.Values;
        if (sample.Classes is not null)
            for (var c = 0; c < values.Columns; c++)
                columns.Add(new DoubleColumn("prob_" + (values.Columns == 1 ? levels[1] : levels[c]), values.ColumnMemory(c)));
        return new ResultTable(new Table(columns, sample.Actual.Length));
    }

    /// <summary>All resamples' predictions, without probabilities.</summary>
    public static ResultTable Of(ResampledResult result)
    {
        var splits = new[] { ("training", result.Folds.Select(f => (f.Name, Sample: f.Training)).ToList()), ("test", result.Folds.Select(f => (f.Name, Sample: f.Test)).ToList()) };
        var samples = splits.SelectMany(s => s.Item2).ToList();
        Column[] columns =
        [
            Cells.Runs("split", [.. splits.Select(s => (s.Item1, s.Item2.Sum(f => f.Sample.Actual.Length)))]),
            Cells.Runs("fold", [.. samples.Select(f => (f.Name, f.Sample.Actual.Length))]),
            Cells.Stack("actual", [.. samples.Select(f => f.Sample.Actual)]),
            Cells.Stack("predicted", [.. samples.Select(f => Predicted(f.Sample))]),
        ];
        return new ResultTable(new Table(columns, columns[0].Length));
    }

    static Column Predicted(SampleResult sample) => sample.Classes is { } classes
        ? new FactorColumn("predicted", classes, ((FactorColumn)sample.Actual).Levels)
        : new DoubleColumn("predicted", sample.Prediction.Values.ColumnMemory(0));
}
