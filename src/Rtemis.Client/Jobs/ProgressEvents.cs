using Rtemis.Protocol;

namespace Rtemis.Client;

/// <summary>Reads the events of jobs.</summary>
static class ProgressEvents
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    /// <summary>The job that an event is about; null where it is about none.</summary>
    public static string? JobOf(ServerEvent happened) =>
        happened.Name.StartsWith("job.", StringComparison.Ordinal) && happened.Data.TryGetProperty("job_id", out var id) ? id.GetString() : null;

    /// <summary>What an event of a job tells; null for one of a later protocol.</summary>
    /// <exception cref="MalformedFrameException">It is none of its kind.</exception>
    public static JobProgress? Read(ServerEvent happened) => happened.Name switch
    {
        EventNames.JobStarted => new JobProgress.Started(happened.Read(Json.JobStartedData).StartedAt) { Seq = happened.Seq },
        EventNames.JobProgress => Progress(happened),
        EventNames.JobComplete => Ended(happened, new(JobEnd.Complete, happened.Read(Json.JobCompleteData).Summary, null)),
        EventNames.JobFailed => Ended(happened, new(JobEnd.Failed, null, happened.Read(Json.JobFailedData).Error)),
        EventNames.JobCancelled => Ended(happened, new(JobEnd.Cancelled, null, null)),
        _ => null,
    };

    static JobProgress.Ended Ended(ServerEvent happened, JobOutcome outcome) => new(outcome) { Seq = happened.Seq };

    static JobProgress Progress(ServerEvent happened)
    {
        if (!happened.Data.TryGetProperty("node_id", out _))
        {
            var text = happened.Read(Json.TextProgress);
            return new JobProgress.Text(LevelOf(text.Level)) { Seq = happened.Seq, Message = text.Message ?? "", Stage = text.Stage, Time = text.Ts };
        }
        if (happened.Data.TryGetProperty("current", out _))
        {
            var counter = happened.Read(Json.CounterProgress);
            return new JobProgress.Counter(
                StatusOf(counter.Status), counter.NodeId, counter.ParentId, counter.Kind, counter.Current, counter.Total, counter.Fraction)
            {
                Seq = happened.Seq,
                Message = counter.Message,
                Stage = counter.Stage,
                Time = counter.Ts,
            };
        }
        var node = happened.Read(Json.NodeProgress);
        return new JobProgress.Step(StatusOf(node.Status), node.NodeId, node.ParentId, node.Kind, node.Label)
        {
            Seq = happened.Seq,
            Message = node.Message,
            Stage = node.Stage,
            Time = node.Ts,
        };
    }

    static StepStatus StatusOf(string status) => status switch
    {
        "start" => StepStatus.Start,
        "update" => StepStatus.Update,
        "error" => StepStatus.Error,
        _ => StepStatus.Done,
    };

    static ProgressLevel LevelOf(string level) => level switch
    {
        "start" => ProgressLevel.Start,
        "done" => ProgressLevel.Done,
        "warn" => ProgressLevel.Warn,
        "error" => ProgressLevel.Error,
        _ => ProgressLevel.Info,
    };
}
