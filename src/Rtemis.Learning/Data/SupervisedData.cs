using Rtemis.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;

namespace Rtemis.Learning.Data;

/// <summary>Cases to learn from: features, the outcome and, where given, a weight for each case. Immutable.</summary>
public sealed class SupervisedData
{
    /// <summary>Binds features and outcome.</summary>
    /// <param name="features">The features, in order.</param>
    /// <param name="outcome">A factor (classification) or numbers (regression), none missing.</param>
    /// <param name="weights">One weight a case, 0 or more; null when all cases count the same.</param>
    public SupervisedData(IReadOnlyList<Column> features, Column outcome, ReadOnlyMemory<double>? weights = null)
    {
        Features = features;
        Outcome = outcome;
        Weights = weights;
    }

    /// <summary>The features, in order.</summary>
    public IReadOnlyList<Column> Features { get; }

    /// <summary>What is to be predicted.</summary>
    public Column Outcome { get; }

    /// <summary>One weight a case, or null.</summary>
    public ReadOnlyMemory<double>? Weights { get; }

    /// <summary>The number of cases.</summary>
    public int Rows => Outcome.Length;

    /// <summary>Classification when the outcome is a factor, else regression.</summary>
    public TaskType Task => Outcome is FactorColumn ? TaskType.Classification : TaskType.Regression;

    /// <summary>The outcome's levels, in order, whether they occur or not; empty for regression. With two, the second is the positive class.</summary>
    public IReadOnlyList<string> Classes => Outcome is FactorColumn factor ? factor.Levels : [];

    /// <summary>The outcome's 0-based class codes, one a case.</summary>
    /// <exception cref="InvalidOperationException">The outcome is not a factor.</exception>
    public ReadOnlyMemory<int> ClassCodes =>
        Outcome is FactorColumn factor ? factor.Codes : throw new InvalidOperationException($"Outcome '{Outcome.Name}' is not a factor.");

    /// <summary>The outcome's numbers, one a case.</summary>
    /// <exception cref="InvalidOperationException">The outcome is a factor.</exception>
    public ReadOnlyMemory<double> Numbers => NumericColumn.Numbers(Outcome);

    /// <summary>The given 0-based cases, in that order; a case may be named more than once.</summary>
    /// <param name="rows">The cases.</param>
    /// <param name="context">Ends the selection between two features when it is cancelled; null for one that nothing ends.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public SupervisedData SelectRows(int[] rows, RunContext? context = null)
    {
        ReadOnlyMemory<double>? weights = null;
        if (Weights is { } all)
        {
            var picked = new double[rows.Length];
            for (var i = 0; i < rows.Length; i++) picked[i] = all.Span[rows[i]];
            weights = picked;
        }
        var features = Features.Select(feature =>
        {
            context?.Cancellation.ThrowIfCancellationRequested();
            return feature.SelectRows(rows);
        });
        return new SupervisedData([.. features], Outcome.SelectRows(rows), weights);
    }

    /// <summary>The same cases with other features.</summary>
    public SupervisedData WithFeatures(IReadOnlyList<Column> features) => new(features, Outcome, Weights);

    /// <summary>The same cases with other weights.</summary>
    public SupervisedData WithWeights(ReadOnlyMemory<double>? weights) => new(Features, Outcome, weights);
}
