using Rtemis.Learning.Parameters;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Tuning;

namespace Rtemis.Learning.Training;

/// <summary>What was learned before a model was fitted.</summary>
public sealed record FitSteps
{
    /// <summary>Nothing.</summary>
    public static FitSteps None { get; } = new();

    /// <summary>The search for hyperparameters, or null.</summary>
    public TuningResult? Tuning { get; init; }

    /// <summary>The hyperparameters whose value follows from the data where none is given, as they were used.</summary>
    public IReadOnlyList<KeyValuePair<string, ParameterValue>> Derived { get; init; } = [];

    /// <summary>The preprocessing, or null.</summary>
    public FittedPreprocessor? Preprocessor { get; init; }

    /// <summary>The components that took the place of features, or null.</summary>
    public FittedDecomposition? Decomposition { get; init; }
}
