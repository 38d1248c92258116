using Rtemis.Learning.Parameters;

namespace Rtemis.Engines;

/// <summary>What an engine offers: the one source of the describe answers, of validation and of the page's forms.</summary>
/// <param name="Algorithms">Supervised algorithms, in alphabetical order of rtemis.</param>
/// <param name="Decompositions">Decompositions.</param>
/// <param name="Clusterings">Clusterings.</param>
/// <param name="Resampler">The parameters of resampling, of all types together.</param>
/// <param name="Preprocessor">The parameters of preprocessing; empty where the engine has none.</param>
public sealed record EngineCatalog(
    IReadOnlyList<AlgorithmEntry> Algorithms,
    IReadOnlyList<DecompositionEntry> Decompositions,
    IReadOnlyList<ClusteringEntry> Clusterings,
    IReadOnlyList<ParameterDescription> Resampler,
    IReadOnlyList<ParameterDescription> Preprocessor);

/// <summary>A supervised algorithm.</summary>
/// <param name="Name">rtemis's name.</param>
/// <param name="Description">Its long name, as in result sentences.</param>
/// <param name="SupportsClassification">Whether it takes a factor as outcome.</param>
/// <param name="SupportsRegression">Whether it takes numbers as outcome.</param>
/// <param name="SupportsSurvival">Whether rtemis lists it for survival outcomes.</param>
/// <param name="Hyperparameters">Its parameters, in order.</param>
public sealed record AlgorithmEntry(
    string Name, string Description, bool SupportsClassification, bool SupportsRegression, bool SupportsSurvival,
    IReadOnlyList<ParameterDescription> Hyperparameters);

/// <summary>A decomposition.</summary>
/// <param name="Name">rtemis's name.</param>
/// <param name="Description">Its long name.</param>
/// <param name="Applicable">Whether it can be applied to new data.</param>
/// <param name="Hyperparameters">Its parameters, in order.</param>
public sealed record DecompositionEntry(string Name, string Description, bool Applicable, IReadOnlyList<ParameterDescription> Hyperparameters);

/// <summary>A clustering.</summary>
/// <param name="Name">rtemis's name.</param>
/// <param name="Description">Its long name.</param>
/// <param name="Hyperparameters">Its parameters, in order.</param>
public sealed record ClusteringEntry(string Name, string Description, IReadOnlyList<ParameterDescription> Hyperparameters);

/// <summary>A parameter as a describe answer shows it.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Type">R's type of the default: <c>null</c>, <c>logical</c>, <c>integer</c>, <c>double</c>, <c>character</c> or <c>other</c>.</param>
/// <param name="Default">The default.</param>
/// <param name="Tunable">Whether it can be searched over.</param>
/// <param name="Choices">The values that it can have, or null where they are not a list.</param>
public sealed record ParameterDescription(string Name, string Type, ParameterValue Default, bool Tunable, IReadOnlyList<string>? Choices)
{
    /// <summary>R's type of the values that it takes, whatever the default is: <c>logical</c>, <c>integer</c>, <c>double</c>, <c>character</c>, or null.</summary>
    public string? ValueType { get; init; }

    /// <summary>The smallest value, or null.</summary>
    public double? Minimum { get; init; }

    /// <summary>What every value is above, or null.</summary>
    public double? ExclusiveMinimum { get; init; }

    /// <summary>The largest value, or null.</summary>
    public double? Maximum { get; init; }

    /// <summary>What every value is below, or null.</summary>
    public double? ExclusiveMaximum { get; init; }

    /// <summary>Whether it can be left unset.</summary>
    public bool Nullable { get; init; }

    /// <summary>Whether it takes several values at once.</summary>
    public bool Vector { get; init; }

    /// <summary>One sentence for a person who chooses a value.</summary>
    public string? Help { get; init; }
}
