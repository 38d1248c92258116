using Rtemis.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Engines.Native;

/// <summary>Runs the native engine's jobs.</summary>
sealed class NativeJobRunner : IJobRunner
{
    /// <inheritdoc/>
    public ResultBundle Run(JobRequest request, Table data, RunContext context) =>
        throw new ArgumentException($"Not a request of this engine: {request.GetType().Name}.", nameof(request));
}
