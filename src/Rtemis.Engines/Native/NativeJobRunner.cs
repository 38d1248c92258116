using Rtemis.Data;
using Rtemis.Engines.Native.Requests;
using Rtemis.Learning.Running;

namespace Rtemis.Engines.Native;

/// <summary>Runs the native engine's jobs.</summary>
sealed class NativeJobRunner : IJobRunner
{
    /// <inheritdoc/>
    public ResultBundle Run(JobRequest request, Table data, RunContext context) => request switch
    {
        TrainRequest train => TrainRun.Run(train, data, context),
        DecomposeRequest decompose => DecomposeRun.Run(decompose, data, context),
        ClusterRequest cluster => ClusterRun.Run(cluster, data, context),
        _ => throw new ArgumentException($"Not a request of this engine: {request.GetType().Name}.", nameof(request)),
    };
}
