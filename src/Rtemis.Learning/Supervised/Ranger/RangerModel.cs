using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Forests;

namespace Rtemis.Learning.Supervised.Ranger;

/// <summary>A random forest. Source: L. Breiman, "Random forests", Machine Learning 45, 2001.</summary>
[MemoryPackable]
public sealed partial class RangerModel : ISupervisedModel, ISettlesHyperparameters
{
    const int ChunkRows = 512;

    [MemoryPackConstructor]
    internal RangerModel(ForestVariable[] variables, ForestTree[] trees, int classes, VariableImportance importance, double sampleFraction) =>
        (Variables, Trees, Classes, Importance, SampleFraction) = (variables, trees, classes, importance, sampleFraction);

    [MemoryPackInclude]
    internal ForestVariable[] Variables { get; }

    [MemoryPackInclude]
    internal ForestTree[] Trees { get; }

    [MemoryPackInclude]
    internal int Classes { get; }

    [MemoryPackInclude]
    internal double SampleFraction { get; }

    [MemoryPackInclude]
    internal double[][] LeafNumbers { get; init; } = [];

    /// <inheritdoc/>
    public VariableImportance Importance { get; }

    /// <summary>
    /// The mean squared error of the predictions by those trees whose sample a case is not in; for classes of the probability of the case's class. Null where
    /// it was not asked for, NaN where each case is in each sample.
    /// </summary>
    public double? OutOfBagError { get; init; }

    /// <summary>Permutation importance for each training case (down) and feature (across), or null where it was not asked for.</summary>
    public Matrix? LocalImportance { get; init; }

    /// <summary>For each tree how often each training case is in its sample; empty where it was not asked for.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Samples { get; init; } = [];

    [MemoryPackIgnore]
    IReadOnlyList<KeyValuePair<string, ParameterValue>> ISettlesHyperparameters.Found => [];

    [MemoryPackIgnore]
    IReadOnlyList<KeyValuePair<string, ParameterValue>> ISettlesHyperparameters.Derived => [new(RangerParameters.SampleFractionName, SampleFraction)];

    /// <inheritdoc/>
    /// <exception cref="LearningException">A feature misses values.</exception>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context) =>
        new(ForestPrediction.Of(Trees, Encode(features), features[0].Length, Classes > 2 ? Classes : 1, context));

    /// <summary>Predicts quantiles of a number.</summary>
    /// <param name="features">The features of some cases.</param>
    /// <param name="probabilities">Which quantiles: numbers from 0 to 1.</param>
    /// <param name="context">The run.</param>
    /// <returns>One row a case and one column a quantile.</returns>
    /// <exception cref="InvalidOperationException">The forest was not grown for quantiles.</exception>
    /// <exception cref="LearningException">A feature misses values.</exception>
    public Matrix PredictQuantiles(IReadOnlyList<Column> features, IReadOnlyList<double> probabilities, RunContext context)
    {
        if (LeafNumbers.Length == 0) throw new InvalidOperationException("The forest was not grown for quantiles.");
        var columns = Encode(features);
        var quantiles = new Matrix(features[0].Length, probabilities.Count);
        context.Work.ForChunks(quantiles.Rows, ChunkRows, (_, start, end) =>
        {
            var cases = ForestPrediction.Gather(columns, start, end);
            for (var i = 0; i < end - start; i++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                var own = Numbers(cases.AsSpan(i * columns.Length, columns.Length));
                for (var q = 0; q < probabilities.Count; q++) quantiles[start + i, q] = QuantileLeaves.Quantile(own, probabilities[q]);
            }
        });
        return quantiles;
    }

    ReadOnlyMemory<double>[] Encode(IReadOnlyList<Column> features)
    {
        RangerChecks.Missing(features);
        var columns = new ReadOnlyMemory<double>[Variables.Length];
        for (var f = 0; f < columns.Length; f++) columns[f] = Variables[f].Encode(features[f]);
        return columns;
    }

    // What the leaves of a case have, ascending.
    double[] Numbers(ReadOnlySpan<double> values)
    {
        var numbers = new List<double>(Trees.Length);
        for (var t = 0; t < Trees.Length; t++)
        {
            var number = LeafNumbers[t][Trees[t].Find(values)];
            if (!double.IsNaN(number)) numbers.Add(number);
        }
        numbers.Sort();
        return [.. numbers];
    }
}
