using Rtemis.Engines.Native.Requests;
using Rtemis.Engines.Requests;
using Rtemis.Learning.Running;

namespace Rtemis.Engines.Native;

/// <summary>Runs the native engine's jobs.</summary>
sealed class NativeJobRunner : IJobRunner
{
    /// <inheritdoc/>
    public ResultBundle Run(JobRequest request, JobInput input, RunContext context) => request switch
    {
        TrainRequest train => TrainRun.Run(train, input.Data, context),
        DecomposeRequest decompose => DecomposeRun.Run(decompose, input.Data, context),
        ClusterRequest cluster => ClusterRun.Run(cluster, input.Data, context),
        PredictRequest predict => PredictRun.Run(predict, input, context),
        _ => throw new ArgumentException($"Not a request of this engine: {request.GetType().Name}.", nameof(request)),
    };
}
