using System.Text.Json;

namespace Rtemis.Engines;

/// <summary>What can be asked for, and who checks it. What was checked runs in a daemon process of the engine.</summary>
public interface IEngine
{
    /// <summary>The name on the wire, e.g. <c>native</c>.</summary>
    string Name { get; }

    /// <summary>The release of rtemis that runs or whose behaviour is followed.</summary>
    string RtemisVersion { get; }

    /// <summary>The version of R, or null where no R is used.</summary>
    string? RVersion { get; }

    /// <summary>What the engine offers: it lists only what works.</summary>
    EngineCatalog Catalog { get; }

    /// <summary>Reads and checks the parameters of a job as they came over the wire.</summary>
    /// <param name="type">What is to be done.</param>
    /// <param name="parameters">The request's <c>params</c> object.</param>
    /// <param name="cancellation">Ends the waiting for an answer.</param>
    /// <exception cref="RequestRefusedException">A field is missing, unknown or out of its bounds.</exception>
    ValueTask<JobRequest> ParseAsync(JobType type, JsonElement parameters, CancellationToken cancellation);
}
