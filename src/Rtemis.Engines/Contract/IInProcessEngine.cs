using System.Text.Json;

namespace Rtemis.Engines;

/// <summary>An engine of managed code, which can check and run jobs in the process that asks.</summary>
public interface IInProcessEngine : IEngine
{
    /// <summary>As <see cref="IEngine.ParseAsync"/>: there is nothing to wait for.</summary>
    /// <exception cref="RequestRefusedException">A field is missing, unknown or out of its bounds.</exception>
    JobRequest Parse(JobType type, JsonElement parameters);

    /// <summary>What runs jobs, one at a time.</summary>
    IJobRunner CreateRunner();
}
