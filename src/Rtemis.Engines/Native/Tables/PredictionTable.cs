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
        List<Column> columns = [Cells.Runs("split", [("training", sample.Actual.Length)]), sample.Actual.Rename("actual"), Predicted(sample)];
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
        List<(string Split, string Fold, SampleResult Sample)> samples =
            [.. result.Folds.Select(f => ("training", f.Name, f.Training)), .. result.Folds.Select(f => ("test", f.Name, f.Test))];
        Column[] columns =
        [
            Cells.Runs("split", [.. samples.Select(s => (s.Split, s.Sample.Actual.Length))]),
            Cells.Runs("fold", [.. samples.Select(s => (s.Fold, s.Sample.Actual.Length))]),
            Cells.Stack("actual", [.. samples.Select(s => s.Sample.Actual)]),
            Cells.Stack("predicted", [.. samples.Select(s => Predicted(s.Sample))]),
        ];
        return new ResultTable(new Table(columns, columns[0].Length));
    }

    static Column Predicted(SampleResult sample) => sample.Classes is { } classes
        ? new FactorColumn("predicted", classes, ((FactorColumn)sample.Actual).Levels)
        : new DoubleColumn("predicted", sample.Prediction.Values.ColumnMemory(0));
}
