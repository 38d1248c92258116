using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;

namespace Rtemis.Learning.Training;

/// <summary>What a model made of a new table.</summary>
/// <param name="Model">The model.</param>
/// <param name="Prediction">One row a case; NaN where a case could not be predicted.</param>
/// <param name="Test">The cases whose outcome the table tells, judged by it; null where it tells none.</param>
public sealed record AppliedModel(TrainedModel Model, Prediction Prediction, SampleResult? Test)
{
    /// <summary>The predicted 0-based level codes, <see cref="FactorColumn.Missing"/> where a case could not be predicted; null for regression.</summary>
    public int[]? Classes
    {
        get
        {
            if (Model.Outcome.Levels is null) return null;
            var codes = PredictedClasses.Of(Prediction);
            var first = Prediction.Values.Column(0);
            for (var i = 0; i < codes.Length; i++)
                if (double.IsNaN(first[i])) codes[i] = FactorColumn.Missing;
            return codes;
        }
    }

    /// <summary>How many cases could be predicted.</summary>
    public int Predicted => Prediction.Values.ColumnMemory(0).ToArray().Count(v => !double.IsNaN(v));

    /// <summary>Predicts the cases of a table, and judges that where the table has the outcome, as a step each.</summary>
    /// <exception cref="LearningException">The table does not suit the model.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static AppliedModel Of(TrainedModel model, Table table, RunContext context)
    {
        var root = context.Begin("predict", model.Algorithm);
        var prediction = model.Predict(table, root.Context);
        var test = table.Find(model.Outcome.Name) is { } outcome && Outcome(model, outcome) is { } actual
            ? root.Context.Step("metrics", null, _ => Judge(actual, prediction))
            : null;
        root.Complete();
        return new AppliedModel(model, prediction, test);
    }

    // The outcome with the model's levels, or null where it is of another kind.
    static Column? Outcome(TrainedModel model, Column column)
    {
        if (model.Outcome.Levels is not { } levels) return NumericColumn.IsNumeric(column) ? column : null;
        if (column is not FactorColumn factor) return null;
        var places = levels.Select((level, i) => (level, i)).ToDictionary(p => p.level, p => p.i);
        var map = factor.Levels.Select(level => places.GetValueOrDefault(level, FactorColumn.Missing)).ToArray();
        return new FactorColumn(
            factor.Name, Array.ConvertAll(factor.Codes.ToArray(), code => code == FactorColumn.Missing ? code : map[code]), levels);
    }

    static SampleResult? Judge(Column actual, Prediction prediction)
    {
        var missing = MissingCells.Of(actual);
        var values = prediction.Values;
        int[] known = [.. Enumerable.Range(0, actual.Length).Where(i => !missing[i] && !double.IsNaN(values[i, 0]))];
        if (known.Length == 0) return null;
        if (known.Length == actual.Length) return SampleResult.Of(actual, prediction);
        var some = new Matrix(known.Length, values.Columns);
        for (var c = 0; c < values.Columns; c++)
            for (var i = 0; i < known.Length; i++) some[i, c] = values[known[i], c];
        return SampleResult.Of(actual.SelectRows(known), new Prediction(some));
    }
}
