using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Hosting;

namespace Rtemis.Server.Handlers;

/// <summary>What can be asked for: the catalogue of the default engine, or of the one that is named.</summary>
sealed class CatalogHandlers(EngineSet engines)
{
    public AlgorithmsResult Algorithms(Call call, EngineParams parameters) => new(CatalogMessages.Algorithms(CatalogOf(parameters.Engine)));

    public AlgorithmsResult Decompositions(Call call, EngineParams parameters) => new(CatalogMessages.Decompositions(CatalogOf(parameters.Engine)));

    public AlgorithmsResult Clusterings(Call call, EngineParams parameters) => new(CatalogMessages.Clusterings(CatalogOf(parameters.Engine)));

    public AlgorithmDescription DescribeAlgorithm(Call call, DescribeParams parameters) =>
        Describe(parameters, "algorithm", CatalogOf(parameters.Engine).Algorithms, a => a.Name, CatalogMessages.Describe);

    public AlgorithmDescription DescribeDecomposition(Call call, DescribeParams parameters) =>
        Describe(parameters, "decomposition algorithm", CatalogOf(parameters.Engine).Decompositions, d => d.Name, CatalogMessages.Describe);

    public AlgorithmDescription DescribeClustering(Call call, DescribeParams parameters) =>
        Describe(parameters, "clustering algorithm", CatalogOf(parameters.Engine).Clusterings, c => c.Name, CatalogMessages.Describe);

    public ParametersResult DescribeResampler(Call call, EngineParams parameters) => new(CatalogMessages.Parameters(CatalogOf(parameters.Engine).Resampler));

    public ParametersResult DescribePreprocessor(Call call, EngineParams parameters) => new(CatalogMessages.Parameters(CatalogOf(parameters.Engine).Preprocessor));

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
}
