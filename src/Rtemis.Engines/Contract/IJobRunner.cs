using Rtemis.Learning.Running;

namespace Rtemis.Engines;

/// <summary>Runs one job at a time.</summary>
public interface IJobRunner
{
    /// <summary>Does the work.</summary>
    /// <param name="request">What <see cref="IInProcessEngine.Parse"/> of the same engine returned.</param>
    /// <param name="input">What it is done to.</param>
    /// <param name="context">Progress, cancellation, threads and random numbers.</param>
    /// <returns>The finished result, independent of the table's memory only once written: write it before the table is closed.</returns>
    /// <exception cref="Learning.LearningException">The data or the options don't allow it; the message is for the person who asked.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    ResultBundle Run(JobRequest request, JobInput input, RunContext context);
}
