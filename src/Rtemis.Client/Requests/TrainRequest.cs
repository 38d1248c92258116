using Rtemis.Protocol;

namespace Rtemis.Client;

/// <summary>
/// A supervised job. The last column of the table is the outcome: a factor is classified, a number regressed (<see cref="RtemisTable.WithOutcomeAsync"/> puts
/// another one there).
/// </summary>
/// <param name="Algorithm">The algorithm, one of <see cref="RtemisCatalog.AlgorithmsAsync"/>.</param>
public sealed record TrainRequest(string Algorithm) : JobRequest(Algorithm)
{
    /// <summary>The algorithm's options; <see cref="Parameters.Candidates"/> marks those to search over.</summary>
    public Parameters Hyperparameters { get; init; } = [];

    /// <summary>What is done to features before each fit: the options of <see cref="RtemisCatalog.DescribePreprocessingAsync"/>; null for nothing.</summary>
    public Parameters? Preprocessing { get; init; }

    /// <summary>The components that take the place of features in each fit, or null.</summary>
    public DecompositionStep? Decomposition { get; init; }

    /// <summary>How candidates are searched; null for all combinations on five folds.</summary>
    public GridSearch? Search { get; init; }

    /// <summary>How cases are held out to test the model, or null for one fit to all cases, which can predict.</summary>
    public Resampling? OuterResampling { get; init; }

    /// <summary>How the run is carried out, or null.</summary>
    public Execution? Execution { get; init; }

    /// <summary>The column of case weights, or null.</summary>
    public string? Weights { get; init; }

    /// <summary>The class that is to be the positive one, or null.</summary>
    public string? PositiveClass { get; init; }

    /// <summary>0 for a silent run; null for the default.</summary>
    public int? Verbosity { get; init; }

    internal override string Method => Methods.Train;

    private protected override void Write(WireFields fields)
    {
        fields.Add("hyperparameters", Hyperparameters);
        if (Preprocessing is { } preprocessing) fields.Add("preprocessor_config", preprocessing.ToJson());
        fields.Add("decomposition_config", Decomposition?.ToJson());
        fields.Add("tuner_config", Search?.ToJson());
        fields.Add("outer_resampling_config", OuterResampling?.ToJson());
        fields.Add("execution_config", Execution?.ToJson());
        fields.Add("weights", Weights);
        fields.Add("positive_class", PositiveClass);
        fields.Add("verbosity", Verbosity);
    }
}
