using Rtemis.Learning.Metrics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Preprocessing.Imputation;

/// <summary>The columns that mice works on: it predicts neither by nor into constants and columns that are, but for scale, copies of others.</summary>
static class UsableColumns
{
    // A thousand times R's machine epsilon.
    const double LeastVariance = 2.220446049250313e-13;
    const double CopyCorrelation = 0.999;

    /// <summary>Those of the columns, in their order.</summary>
    /// <exception cref="LearningException">No column is left that another could be predicted from.</exception>
    public static List<IncompleteColumn> Of(List<IncompleteColumn> columns, RunContext context)
    {
        var varies = new bool[columns.Count];
        context.Work.For(varies.Length, i =>
            varies[i] = Math.Pow(CompensatedSum.StandardDeviation(columns[i].At(columns[i].Observed)), 2) >= LeastVariance);
        var varying = columns.Where((_, i) => varies[i]).ToList();
        var usable = varying.Except(Copies(varying, context)).ToList();
        // One that is complete needs no prediction, but may be predicted from.
        var predicted = columns.FindAll(c => c.Missing.Length == 0 || usable.Contains(c));
        return predicted.Exists(p => usable.Exists(u => u != p))
            ? usable
            : throw new LearningException(
                "simpleError", "`mice` detected constant and/or collinear variables. No predictors were left after their removal.");
    }

    // Of two that correlate, the one with fewer values; of equally many, the later one.
    static List<IncompleteColumn> Copies(List<IncompleteColumn> columns, RunContext context)
    {
        var ordered = columns.OrderByDescending(c => c.Observed.Length).ToArray();
        var isCopy = new bool[ordered.Length];
        context.Work.For(ordered.Length, i =>
        {
            for (var j = 0; j < i && !isCopy[i]; j++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                isCopy[i] = Math.Abs(Correlation(ordered[i], ordered[j])) >= CopyCorrelation;
            }
        });
        return [.. ordered.Where((_, i) => isCopy[i])];
    }

    // Of the rows where both have a value; NaN where they have none or one doesn't vary there.
    static double Correlation(IncompleteColumn first, IncompleteColumn second)
    {
        var rows = second.Missing.Length == 0 ? first.Observed : Array.FindAll(first.Observed, row => !double.IsNaN(second.Numbers[row]));
        return PearsonCorrelation.Of(first.At(rows), second.At(rows));
    }
}
