using Rtemis.Client;
using Rtemis.Protocol.Messages;

namespace Rtemis.Cli.Display;

/// <summary>One of several jobs in a display: its steps have names of their own, and its end is told.</summary>
sealed class ProgressOfJob(JobSummary job, IProgressDisplay display) : IProgressDisplay
{
    readonly string _name = $"{job.Algorithm ?? job.Type} ({job.JobId})";

    public void Show(JobProgress told) => display.Show(told switch
    {
        JobProgress.Step { ParentId: null } step => step with { NodeId = Own(step.NodeId)!, Message = $"{_name} {step.Message}" },
        JobProgress.Step step => step with { NodeId = Own(step.NodeId)!, ParentId = Own(step.ParentId) },
        JobProgress.Counter counter => counter with { NodeId = Own(counter.NodeId)!, ParentId = Own(counter.ParentId) },
        JobProgress.Ended { Outcome: var outcome } => new JobProgress.Text(outcome.Status == JobEnd.Complete ? ProgressLevel.Done : ProgressLevel.Warn)
        {
            Message = $"{_name} {End(outcome)}",
        },
        _ => told,
    });

    string? Own(string? node) => node is null ? null : $"{job.JobId}/{node}";

    static string End(JobOutcome outcome) => outcome.Status switch
    {
        JobEnd.Complete => "is complete",
        JobEnd.Cancelled => "was cancelled",
        _ => $"failed: {outcome.Error?.Message}",
    };
}
