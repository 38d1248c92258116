using Rtemis.Data;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native.Tables;

/// <summary>The <c>varimp</c> slice: how much each variable matters, a column a measure.</summary>
static class ImportanceTable
{
    /// <summary>One model's variables.</summary>
    public static ResultTable Of(SupervisedResult result)
    {
        if (result.Fit.Importance is not { Variables.Count: > 0 } importance) return Cells.Nothing;
        return Bind([Cells.Text("variable", importance.Variables)], [importance]);
    }

    /// <summary>The variables of all resamples that have any, one resample below the other.</summary>
    public static ResultTable Of(ResampledResult result)
    {
        var folds = result.Folds.Where(f => f.Importance is { Variables.Count: > 0 }).ToList();
        if (folds.Count == 0) return Cells.Nothing;
        return Bind(
            [
                Cells.Text("variable", folds.SelectMany(f => f.Importance!.Variables)),
                Cells.Runs("fold", [.. folds.Select(f => (f.Name, f.Importance!.Variables.Count))]),
            ],
            [.. folds.Select(f => f.Importance!)]);
    }

    static ResultTable Bind(IReadOnlyList<Column> columns, IReadOnlyList<VariableImportance> parts)
    {
        var measures = parts[0].Measures.Select((m, i) => Measure(m.Name, [.. parts.SelectMany(p => p.Measures[i].Values)]));
        return new ResultTable(new Table([.. columns, .. measures], columns[0].Length));
    }

    // What is undefined, such as the coefficient of a column that others determine, is missing in R, not NaN.
    static DoubleColumn Measure(string name, double[] values) =>
        new(name, values, values.Contains(double.NaN) ? BitView.Pack(values.Length, i => !double.IsNaN(values[i])) : null);
}
