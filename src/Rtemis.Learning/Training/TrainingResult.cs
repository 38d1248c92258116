using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Supervised;

namespace Rtemis.Learning.Training;

/// <summary>What came of a supervised run.</summary>
/// <param name="Data">The cases as they were learned from: without weights and id columns, the positive class in its place.</param>
public abstract record TrainingResult(SupervisedData Data);

/// <summary>One model of all cases.</summary>
/// <param name="Data">The cases.</param>
/// <param name="Fit">The model.</param>
public sealed record SupervisedResult(SupervisedData Data, FittedModel Fit) : TrainingResult(Data);

/// <summary>A model a resample, each tested on the cases that it didn't see.</summary>
/// <param name="Data">The cases.</param>
/// <param name="Resamples">All resamples that were drawn.</param>
/// <param name="Folds">Those that worked, in order.</param>
/// <param name="Training">The metrics over the training cases.</param>
/// <param name="Test">The metrics over the cases held out.</param>
public sealed record ResampledResult(
    SupervisedData Data, OuterResamples Resamples, IReadOnlyList<FoldResult> Folds, ResampledMetrics Training, ResampledMetrics Test)
    : TrainingResult(Data);

/// <summary>What came of one resample.</summary>
/// <param name="Name">The resample's name.</param>
/// <param name="Importance">How much each variable matters, or null.</param>
/// <param name="Training">The training cases.</param>
/// <param name="Test">The cases held out.</param>
public sealed record FoldResult(string Name, VariableImportance? Importance, SampleResult Training, SampleResult Test)
{
    /// <summary>What came before the fit.</summary>
    public FitSteps Steps { get; init; } = FitSteps.None;
}
