using Rtemis.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Preprocessing.Imputation;

namespace Rtemis.Learning.Tests.Preprocessing.Imputation;

/// <summary>How far imputed cells are from the truth.</summary>
/// <param name="Numbers">The root mean squared error in standard deviations, averaged over the columns of numbers.</param>
/// <param name="Classes">The share of wrong levels, averaged over the factors.</param>
readonly record struct ImputationError(double Numbers, double Classes)
{
    public static ImputationError Of(IReadOnlyList<Column> missing, IReadOnlyList<Column> filled, IReadOnlyList<Column> truth)
    {
        var errors = Enumerable.Range(0, missing.Count).ToLookup(c => missing[c] is FactorColumn, c =>
        {
            var rows = new IncompleteColumn(missing[c]).Missing;
            var (found, right) = (new IncompleteColumn(filled[c]).At(rows), new IncompleteColumn(truth[c]));
            var pairs = found.Zip(right.At(rows)).ToList();
            return missing[c] is FactorColumn
                ? pairs.Average(p => p.First == p.Second ? 0.0 : 1)
                : Math.Sqrt(pairs.Average(p => (p.First - p.Second) * (p.First - p.Second))) / CompensatedSum.StandardDeviation(right.Numbers);
        });
        return new ImputationError(errors[false].Average(), errors[true].DefaultIfEmpty().Average());
    }
}
