using System.Text.Json;
using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Hosting;

namespace Rtemis.Server.Handlers;

/// <summary>What can be asked for: the catalogue of the default engine, or of the one that is named.</summary>
sealed class CatalogHandlers(EngineSet engines)
{
    public AlgorithmsResult Algorithms(Call call, EngineParams parameters) => new([.. CatalogOf(parameters.Engine).Algorithms.Select(a =>
        new AlgorithmSummary(a.Name, a.Description, a.SupportsClassification, a.SupportsRegression, a.SupportsSurvival, null))]);

    public AlgorithmsResult Decompositions(Call call, EngineParams parameters) =>
        new([.. CatalogOf(parameters.Engine).Decompositions.Select(d => new AlgorithmSummary(d.Name, d.Description, null, null, null, d.Applicable))]);

    public AlgorithmsResult Clusterings(Call call, EngineParams parameters) =>
        new([.. CatalogOf(parameters.Engine).Clusterings.Select(c => new AlgorithmSummary(c.Name, c.Description, null, null, null, null))]);

    public AlgorithmDescription DescribeAlgorithm(Call call, DescribeParams parameters) => Describe(
        parameters, "algorithm", CatalogOf(parameters.Engine).Algorithms, a => a.Name, a => new(a.Name, a.Description, Infos(a.Hyperparameters)));

    public AlgorithmDescription DescribeDecomposition(Call call, DescribeParams parameters) => Describe(
        parameters, "decomposition algorithm", CatalogOf(parameters.Engine).Decompositions, d => d.Name, d => new(d.Name, d.Description, Infos(d.Hyperparameters)));

    public AlgorithmDescription DescribeClustering(Call call, DescribeParams parameters) => Describe(
        parameters, "clustering algorithm", CatalogOf(parameters.Engine).Clusterings, c => c.Name, c => new(c.Name, c.Description, Infos(c.Hyperparameters)));

    public ParametersResult DescribeResampler(Call call, EngineParams parameters) => new(Infos(CatalogOf(parameters.Engine).Resampler));

    public ParametersResult DescribePreprocessor(Call call, EngineParams parameters) => new(Infos(CatalogOf(parameters.Engine).Preprocessor));

    EngineCatalog CatalogOf(string? engine) => engines.Find(engine).Catalog;

    static AlgorithmDescription Describe<T>(
        DescribeParams parameters, string what, IReadOnlyList<T> entries, Func<T, string> name, Func<T, AlgorithmDescription> describe)
    {
        if (string.IsNullOrEmpty(parameters.Name))
            throw new ProtocolException(ErrorCodes.InvalidParams, "`name` is required and must be a single algorithm name.");
        foreach (var entry in entries)
            if (string.Equals(name(entry), parameters.Name, StringComparison.OrdinalIgnoreCase)) return describe(entry);
        throw new ProtocolException(ErrorCodes.NotFound, $"Unknown {what} `{Shown.Json(parameters.Name)}`.");
    }

    static ParameterInfo[] Infos(IReadOnlyList<ParameterDescription> parameters) =>
        [.. parameters.Select(p => new ParameterInfo(
            p.Name, p.Type, Json(p), p.Tunable, p.Choices, p.ValueType, p.Minimum, p.ExclusiveMinimum, p.Maximum, p.ExclusiveMaximum,
            p.Nullable ? true : null, p.Vector ? true : null, p.Help))];

    static JsonElement Json(ParameterDescription parameter)
    {
        using var document = JsonDocument.Parse(ParameterJson.Write(parameter.Default)?.ToJsonString() ?? "null");
        return document.RootElement.Clone();
    }
}
