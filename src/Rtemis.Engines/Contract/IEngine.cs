using System.Text.Json;

namespace Rtemis.Engines;

/// <summary>
/// What can be asked for and what runs it. The server asks for the catalogue and checks requests in its own process; a daemon process, which has an
/// engine of its own, checks the same request again and runs it.
/// </summary>
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
    /// <exception cref="RequestRefusedException">A field is missing, unknown or out of its bounds.</exception>
    JobRequest Parse(JobType type, JsonElement parameters);

    /// <summary>What runs jobs in a daemon process, one at a time.</summary>
    IJobRunner CreateRunner();
}
