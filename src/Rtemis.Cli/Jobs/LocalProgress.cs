using Rtemis.Client;
using Rtemis.Learning.Running;
using Rtemis.Protocol;

namespace Rtemis.Cli.Jobs;

/// <summary>What a run in this process tells, in the words of a job on a server.</summary>
static class LocalProgress
{
    /// <summary>The same.</summary>
    public static JobProgress Of(RunMessage message, TimeProvider clock)
    {
        JobProgress told = message switch
        {
            NodeMessage m => new JobProgress.Step(Status(m.Phase), m.Node.Id, m.Node.Parent?.Id, m.Node.Kind, m.Node.Label),
            CounterMessage m => new JobProgress.Counter(
                Status(m.Phase), m.Id, m.ParentId, m.Kind, m.Current, m.Total, m.Outermost ? (double)m.Current / m.Total : null),
            _ => new JobProgress.Text(Level(((TextMessage)message).Level)),
        };
        return told with { Message = message.Text, Stage = message.Stage, Time = WireTime.Local(message.Time, clock) };
    }

    static StepStatus Status(NodePhase phase) => phase switch
    {
        NodePhase.Start => StepStatus.Start,
        NodePhase.Done => StepStatus.Done,
        _ => StepStatus.Error,
    };

    static StepStatus Status(CounterPhase phase) => phase switch
    {
        CounterPhase.Start => StepStatus.Start,
        CounterPhase.Update => StepStatus.Update,
        _ => StepStatus.Done,
    };

    static ProgressLevel Level(TextLevel level) => level switch
    {
        TextLevel.Start => ProgressLevel.Start,
        TextLevel.Done => ProgressLevel.Done,
        TextLevel.Warn => ProgressLevel.Warn,
        _ => ProgressLevel.Info,
    };
}
