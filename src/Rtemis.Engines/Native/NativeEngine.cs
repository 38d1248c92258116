using System.Text.Json;
using Rtemis.Engines.Native.Algorithms;
using Rtemis.Engines.Native.Requests;
using Rtemis.Engines.Requests;

namespace Rtemis.Engines.Native;

/// <summary>The engine in managed code: it follows rtemis 1.3.7 and needs no R.</summary>
public sealed class NativeEngine : IInProcessEngine
{
    /// <summary>The release of rtemis whose numbers and documents the engine reproduces.</summary>
    public const string FollowedVersion = "1.3.7";

    /// <inheritdoc/>
    public string Name => "native";

    /// <inheritdoc/>
    public string RtemisVersion => FollowedVersion;

    /// <inheritdoc/>
    public string? RVersion => null;

    /// <inheritdoc/>
    public EngineCatalog Catalog => NativeAlgorithms.Catalog;

    /// <inheritdoc/>
    public ValueTask<JobRequest> ParseAsync(JobType type, JsonElement parameters, CancellationToken cancellation) => new(Parse(type, parameters));

    /// <inheritdoc/>
    public JobRequest Parse(JobType type, JsonElement parameters) => type switch
    {
        JobType.Train => TrainParser.Parse(parameters, NativeAlgorithms.Supervised, NativeAlgorithms.Decompositions),
        JobType.Decompose => UnsupervisedParser.Decompose(parameters, NativeAlgorithms.Decompositions),
        JobType.Cluster => UnsupervisedParser.Cluster(parameters, NativeAlgorithms.Clusterings),
        JobType.Predict => PredictParser.Parse(parameters),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <inheritdoc/>
    public IJobRunner CreateRunner() => new NativeJobRunner();
}
