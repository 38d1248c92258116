using System.Text.Json.Nodes;
using Rtemis.Learning.Decomposition;
using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Native.Algorithms;

/// <summary>All that the engine needs to know of a decomposition.</summary>
sealed record DecompositionAlgorithm
{
    const string Features = "features";

    /// <summary>rtemis's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its long name.</summary>
    public required string Description { get; init; }

    /// <summary>Whether it can be applied to new data.</summary>
    public required bool Applicable { get; init; }

    /// <summary>All that a request can set: the algorithm's own options and <c>features</c>, which every decomposition has.</summary>
    public required ParameterSet Parameters { get; init; }

    /// <summary>Makes the decomposer.</summary>
    public required Func<ParameterValues, IDecomposer> Create { get; init; }

    /// <summary>What was learned, for the raw document.</summary>
    public required Func<IDecompositionModel, JsonObject> Show { get; init; }

    public DecompositionEntry Entry => new(Name, Description, Applicable, ParameterDescriptions.Of(Parameters, tunable: false));

    /// <summary>The columns that the config restricts the fit to, or null.</summary>
    public static IReadOnlyList<string>? FeaturesOf(ParameterValues config) => config.TextsOrNull(Features);
}
