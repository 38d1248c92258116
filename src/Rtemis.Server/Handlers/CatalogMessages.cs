using System.Text.Json;
using Rtemis.Engines;
using Rtemis.Protocol.Messages;

namespace Rtemis.Server.Handlers;

/// <summary>A catalogue as the wire has it.</summary>
static class CatalogMessages
{
    /// <summary>The supervised algorithms.</summary>
    public static IReadOnlyList<AlgorithmSummary> Algorithms(EngineCatalog catalog) =>
        [.. catalog.Algorithms.Select(a => new AlgorithmSummary(a.Name, a.Description, a.SupportsClassification, a.SupportsRegression, a.SupportsSurvival, null))];

    /// <summary>The decompositions.</summary>
    public static IReadOnlyList<AlgorithmSummary> Decompositions(EngineCatalog catalog) =>
        [.. catalog.Decompositions.Select(d => new AlgorithmSummary(d.Name, d.Description, null, null, null, d.Applicable))];

    /// <summary>The clusterings.</summary>
    public static IReadOnlyList<AlgorithmSummary> Clusterings(EngineCatalog catalog) =>
        [.. catalog.Clusterings.Select(c => new AlgorithmSummary(c.Name, c.Description, null, null, null, null))];

    /// <summary>A supervised algorithm.</summary>
    public static AlgorithmDescription Describe(AlgorithmEntry entry) => new(entry.Name, entry.Description, Parameters(entry.Hyperparameters));

    /// <summary>A decomposition.</summary>
    public static AlgorithmDescription Describe(DecompositionEntry entry) => new(entry.Name, entry.Description, Parameters(entry.Hyperparameters));

    /// <summary>A clustering.</summary>
    public static AlgorithmDescription Describe(ClusteringEntry entry) => new(entry.Name, entry.Description, Parameters(entry.Hyperparameters));

    /// <summary>Parameters.</summary>
    public static IReadOnlyList<ParameterInfo> Parameters(IReadOnlyList<ParameterDescription> parameters) =>
        [.. parameters.Select(p => new ParameterInfo(
            p.Name, p.Type, Json(p), p.Tunable, p.Choices, p.ValueType, p.Minimum, p.ExclusiveMinimum, p.Maximum, p.ExclusiveMaximum,
            p.Nullable ? true : null, p.Vector ? true : null, p.Help))];

    static JsonElement Json(ParameterDescription parameter)
    {
        using var document = JsonDocument.Parse(ParameterJson.Write(parameter.Default)?.ToJsonString() ?? "null");
        return document.RootElement.Clone();
    }
}
