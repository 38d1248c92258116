using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition;

/// <summary>How well components stand for the data that they were learned from. NaN where a measure is undefined or does not apply.</summary>
public sealed record DecompositionMetrics
{
    /// <summary>The share of the variance around the columns' means that the reconstruction keeps; can be negative.</summary>
    public double ExplainedVarianceRatio { get; init; } = double.NaN;

    /// <summary>The size of the reconstruction's error relative to that of the data.</summary>
    public double RelativeReconstructionError { get; init; } = double.NaN;

    /// <summary>The root of the mean squared error over all cells.</summary>
    public double ReconstructionRmse { get; init; } = double.NaN;

    /// <summary>The largest correlation between two components, without its sign.</summary>
    public double MaxAbsComponentCorrelation { get; init; } = double.NaN;

    /// <summary>The number of components of equal variance that would be spread as widely.</summary>
    public double EffectiveDimensionality { get; init; } = double.NaN;

    /// <summary>For new data, of which jobs have none.</summary>
    public double OutOfSampleExplainedVarianceRatio { get; init; } = double.NaN;

    /// <summary>For new data, of which jobs have none.</summary>
    public double OutOfSampleRelativeReconstructionError { get; init; } = double.NaN;

    /// <summary>For new data, of which jobs have none.</summary>
    public double ReconstructionGap { get; init; } = double.NaN;

    /// <summary>Measures a model against its training data.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static DecompositionMetrics Compute(NumericFrame data, IDecompositionModel model, RunContext context)
    {
        var metrics = OfScores(model.Scores, context);
        if (model is IColumnReconstruction columns) return OfReconstruction(metrics, data, columns.Reconstruct, context);
        return model.Reconstruct(context) is { } whole
            ? OfReconstruction(metrics, data, (column, target) => whole.Column(column).CopyTo(target), context)
            : metrics;
    }

    static DecompositionMetrics OfReconstruction(DecompositionMetrics metrics, NumericFrame data, ColumnReader read, RunContext context)
    {
        var sums = new (double Error, double Size, double Variation)[data.Columns];
        context.Work.For(data.Columns, c =>
        {
            var values = data.Column(c);
            var difference = new double[data.Rows];
            read(c, difference);
            TensorPrimitives.Subtract(values, difference, difference);
            var error = TensorPrimitives.SumOfSquares<double>(difference);
            TensorPrimitives.Subtract(values, CompensatedSum.Mean(values), difference);
            sums[c] = (error, TensorPrimitives.SumOfSquares(values), TensorPrimitives.SumOfSquares<double>(difference));
        });
        var (error, size, variation) = (sums.Sum(s => s.Error), sums.Sum(s => s.Size), sums.Sum(s => s.Variation));
        return metrics with
        {
            ExplainedVarianceRatio = variation == 0 ? double.NaN : 1 - error / variation,
            RelativeReconstructionError = size == 0 ? double.NaN : Math.Sqrt(error) / Math.Sqrt(size),
            ReconstructionRmse = Math.Sqrt(error / data.Rows / data.Columns),
        };
    }

    static DecompositionMetrics OfScores(Matrix scores, RunContext context)
    {
        var centered = new double[scores.Columns][];
        var variances = new double[scores.Columns];
        context.Work.For(scores.Columns, k =>
        {
            var column = scores.Column(k);
            centered[k] = new double[column.Length];
            TensorPrimitives.Subtract(column, CompensatedSum.Mean(column), centered[k]);
            variances[k] = TensorPrimitives.SumOfSquares<double>(centered[k]) / (column.Length - 1);
        });
        var largest = new double[scores.Columns];
        context.Work.For(scores.Columns, k =>
        {
            for (var other = 0; other < k; other++)
            {
                var correlation = TensorPrimitives.Dot<double>(centered[k], centered[other]) / (scores.Rows - 1) / Math.Sqrt(variances[k] * variances[other]);
                largest[k] = Math.Max(largest[k], Math.Abs(correlation));
            }
        });
        var dimensionality = variances.Sum() * variances.Sum() / TensorPrimitives.SumOfSquares<double>(variances);
        return new DecompositionMetrics
        {
            // Math.Max gives NaN on if it meets one.
            MaxAbsComponentCorrelation = scores.Columns > 1 ? largest.Aggregate(Math.Max) : double.NaN,
            EffectiveDimensionality = double.IsFinite(dimensionality) && dimensionality > 0 ? dimensionality : double.NaN,
        };
    }

    delegate void ColumnReader(int column, Span<double> target);
}
