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

    /// <summary>What a model predicts for a new table: the outcome first, where the table has it, then predictions and probabilities.</summary>
    public static ResultTable Of(AppliedModel applied, Table table)
    {
        var (values, levels) = (applied.Prediction.Values, applied.Model.Outcome.Levels);
        List<Column> columns = [];
        if (table.Find(applied.Model.Outcome.Name) is { } actual) columns.Add(actual.Rename("actual"));
        if (applied.Classes is { } classes && levels is not null)
        {
            columns.Add(new FactorColumn("predicted", classes, levels));
            for (var c = 0; c < values.Columns; c++) columns.Add(Numbers("prob_" + (values.Columns == 1 ? levels[1] : levels[c]), values.ColumnMemory(c)));
        }
        else
        {
            columns.Add(Numbers("predicted", values.ColumnMemory(0)));
        }
        return new ResultTable(new Table(columns, table.Rows));
    }

    // A case that could not be predicted has no number.
    static DoubleColumn Numbers(string name, ReadOnlyMemory<double> values) =>
        new(name, values, values.Span.Contains(double.NaN) ? BitView.Pack(values.Length, i => !double.IsNaN(values.Span[i])) : null);

    static Column Predicted(SampleResult sample) => sample.Classes is { } classes
        ? new FactorColumn("predicted", classes, ((FactorColumn)sample.Actual).Levels)
        : new DoubleColumn("predicted", sample.Prediction.Values.ColumnMemory(0));
}
