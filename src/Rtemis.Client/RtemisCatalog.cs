using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client;

/// <summary>What can be asked for: of the server's default engine, or of the one that is named.</summary>
public sealed class RtemisCatalog
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    readonly ServerLine _line;

    internal RtemisCatalog(ServerLine line) => _line = line;

    /// <summary>The supervised algorithms.</summary>
    public Task<IReadOnlyList<AlgorithmSummary>> AlgorithmsAsync(string? engine = null, CancellationToken cancellation = default) =>
        ListAsync(Methods.Algorithms, engine, cancellation);

    /// <summary>The decompositions.</summary>
    public Task<IReadOnlyList<AlgorithmSummary>> DecompositionsAsync(string? engine = null, CancellationToken cancellation = default) =>
        ListAsync(Methods.DecompAlgorithms, engine, cancellation);

    /// <summary>The clusterings.</summary>
    public Task<IReadOnlyList<AlgorithmSummary>> ClusteringsAsync(string? engine = null, CancellationToken cancellation = default) =>
        ListAsync(Methods.ClusterAlgorithms, engine, cancellation);

    /// <summary>A supervised algorithm with its hyperparameters.</summary>
    public Task<AlgorithmDescription> DescribeAlgorithmAsync(string name, string? engine = null, CancellationToken cancellation = default) =>
        DescribeAsync(Methods.AlgorithmDescribe, name, engine, cancellation);

    /// <summary>A decomposition with its options.</summary>
    public Task<AlgorithmDescription> DescribeDecompositionAsync(string name, string? engine = null, CancellationToken cancellation = default) =>
        DescribeAsync(Methods.DecompAlgorithmDescribe, name, engine, cancellation);

    /// <summary>A clustering with its options.</summary>
    public Task<AlgorithmDescription> DescribeClusteringAsync(string name, string? engine = null, CancellationToken cancellation = default) =>
        DescribeAsync(Methods.ClusterAlgorithmDescribe, name, engine, cancellation);

    /// <summary>The options of resampling.</summary>
    public Task<IReadOnlyList<ParameterInfo>> DescribeResamplingAsync(string? engine = null, CancellationToken cancellation = default) =>
        ParametersAsync(Methods.ResamplerDescribe, engine, cancellation);

    /// <summary>The options of preprocessing.</summary>
    public Task<IReadOnlyList<ParameterInfo>> DescribePreprocessingAsync(string? engine = null, CancellationToken cancellation = default) =>
        ParametersAsync(Methods.PreprocessorDescribe, engine, cancellation);

    async Task<IReadOnlyList<AlgorithmSummary>> ListAsync(string method, string? engine, CancellationToken cancellation) =>
        (await _line.CallAsync(method, new EngineParams(engine), Json.EngineParams, Json.AlgorithmsResult, cancellation).ConfigureAwait(false)).Algorithms;

    async Task<IReadOnlyList<ParameterInfo>> ParametersAsync(string method, string? engine, CancellationToken cancellation) =>
        (await _line.CallAsync(method, new EngineParams(engine), Json.EngineParams, Json.ParametersResult, cancellation).ConfigureAwait(false)).Parameters;

    Task<AlgorithmDescription> DescribeAsync(string method, string name, string? engine, CancellationToken cancellation) =>
        _line.CallAsync(method, new DescribeParams(name, engine), Json.DescribeParams, Json.AlgorithmDescription, cancellation);
}
