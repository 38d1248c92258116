using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition;

/// <summary>How well components stand for the data they were learned from, in original units; NaN where a figure does not apply.</summary>
public sealed record DecompositionMetrics
{
    static readonly string[] Names =
    [
        "explained_variance_ratio", "relative_reconstruction_error", "reconstruction_rmse", "max_abs_component_correlation",
        "effective_dimensionality", "oos_explained_variance_ratio", "oos_relative_reconstruction_error", "reconstruction_gap",
    ];

    /// <summary>1 - squared reconstruction error / squared distance from the column means.</summary>
    public double ExplainedVarianceRatio { get; init; } = double.NaN;

    /// <summary>The size of the reconstruction error over the size of the data (Frobenius norms).</summary>
    public double RelativeReconstructionError { get; init; } = double.NaN;

    /// <summary>The root of the mean squared reconstruction error over all cells.</summary>
    public double ReconstructionRmse { get; init; } = double.NaN;

    /// <summary>The largest size of a correlation between two components.</summary>
    public double MaxAbsComponentCorrelation { get; init; } = double.NaN;

    /// <summary>(sum of the components' variances)² / sum of their squares.</summary>
    public double EffectiveDimensionality { get; init; } = double.NaN;

    /// <summary><see cref="ExplainedVarianceRatio"/> of new data.</summary>
    public double OosExplainedVarianceRatio { get; init; } = double.NaN;

    /// <summary><see cref="RelativeReconstructionError"/> of new data.</summary>
    public double OosRelativeReconstructionError { get; init; } = double.NaN;

    /// <summary>The relative error of new data less that of the training data.</summary>
    public double ReconstructionGap { get; init; } = double.NaN;

    /// <summary>All figures under rtemis's names, in its order.</summary>
    public MetricRow Row => new(Names,
    [
        ExplainedVarianceRatio, RelativeReconstructionError, ReconstructionRmse, MaxAbsComponentCorrelation,
        EffectiveDimensionality, OosExplainedVarianceRatio, OosRelativeReconstructionError, ReconstructionGap,
    ]);

    /// <summary>The figures for training data; those for new data stay NaN.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static DecompositionMetrics Compute(NumericFrame data, IDecompositionModel model, RunContext context)
    {
        var components = ComponentSpread.Of(model.Scores, context);
        var metrics = new DecompositionMetrics
        {
            MaxAbsComponentCorrelation = components.MaxAbsCorrelation,
            EffectiveDimensionality = components.EffectiveDimensionality,
        };
        if (!model.Invertible) return metrics;
        var error = ReconstructionError.Of(data, model, context);
        return metrics with
        {
            ExplainedVarianceRatio = error.ExplainedVarianceRatio,
            RelativeReconstructionError = error.Relative,
            ReconstructionRmse = error.RootMeanSquare,
        };
    }
}
