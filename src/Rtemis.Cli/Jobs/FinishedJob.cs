using Rtemis.Engines;
using Rtemis.Protocol.Messages;

namespace Rtemis.Cli.Jobs;

/// <summary>A complete job with its result.</summary>
/// <param name="Job">The job, as a server lists it.</param>
/// <param name="Result">Its result.</param>
sealed record FinishedJob(JobSummary Job, ResultBundle Result)
{
    /// <summary>The job whose model was applied, where the job is a prediction and it is known.</summary>
    public JobSummary? Model { get; init; }
}
