using Rtemis.Learning.Parameters;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Tuning;

namespace Rtemis.Learning.Training;

/// <summary>All that a supervised run is asked to do. Immutable.</summary>
public sealed record TrainingPlan
{
    /// <summary>The algorithm with its hyperparameters; where there is a search, with some of those that it may find.</summary>
    public required ISupervisedLearner Learner { get; init; }

    /// <summary>Whether cases are weighted by the inverse frequency of their class; regression passes over it.</summary>
    public bool InverseFrequencyWeights { get; init; }

    /// <summary>What is done to features before each fit, or null.</summary>
    public PreprocessorConfig? Preprocessor { get; init; }

    /// <summary>The components that take the place of features in each fit, or null.</summary>
    public DecompositionPlan? Decomposition { get; init; }

    /// <summary>The search for hyperparameters that comes before each fit, or null where all are settled.</summary>
    public HyperparameterSearch? Search { get; init; }

    /// <summary>The class that is to be the positive one, or null for the outcome's own order.</summary>
    public string? PositiveClass { get; init; }

    /// <summary>The column of case weights, or null.</summary>
    public string? WeightsColumn { get; init; }

    /// <summary>How cases are held out to test on; null for one model of all cases.</summary>
    public OuterResampling? Resampling { get; init; }

    /// <summary>What is done when a resample or a fit of a search fails.</summary>
    public FailurePolicy OnFailure { get; init; }

    /// <summary>The master seed: each resample has a stream of random numbers of its own from it.</summary>
    public uint Seed { get; init; }

    /// <summary>How workers are told to be handed out.</summary>
    public WorkerShare Workers { get; init; } = WorkerShare.One;

    /// <summary>What the run's own sentences are marked with, or null.</summary>
    internal string? Stage { get; init; }

    /// <summary>The plan for a model of an algorithm and no more; with a search where its hyperparameters call for one.</summary>
    /// <param name="algorithm">The algorithm, one of whose hyperparameters is <c>ifw</c>.</param>
    /// <param name="search">How hyperparameters are searched for; null for the default way.</param>
    public static TrainingPlan Of(ConfiguredAlgorithm algorithm, GridSearchConfig? search = null)
    {
        const string weighting = "ifw";
        var values = algorithm.Hyperparameters;
        var first = values.With(values.Searched.Select(name => KeyValuePair.Create(name, ((ParameterValue.Candidates)values[name]).Items[0])));
        return new TrainingPlan
        {
            Learner = algorithm.Create(first),
            InverseFrequencyWeights = first.Logical(weighting),
            Search = values.NeedSearch ? new HyperparameterSearch(values, search ?? GridSearchConfig.Default, Apply) : null,
        };

        TrainingPlan Apply(TrainingPlan plan, ParameterValues settled) =>
            plan with { Learner = algorithm.Create(settled), InverseFrequencyWeights = settled.Logical(weighting) };
    }
}
