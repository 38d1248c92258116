using Rtemis.Learning.Running;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Daemon;

/// <summary>Turns what a run tells into progress events.</summary>
sealed class ProgressWriter(string jobId, string sessionId, TimeProvider clock)
{
    /// <summary>The event's frame.</summary>
    public byte[] Compose(RunMessage message)
    {
        var ts = WireTime.Local(message.Time, clock);
        return message switch
        {
            NodeMessage m => Envelope.Event(
                EventNames.JobProgress,
                new NodeProgress(
                    jobId, m.Stage, m.Text, ts, m.Phase == NodePhase.Error ? "error" : "info", sessionId, m.Node.Id, m.Node.Parent?.Id, m.Node.Kind, m.Node.Label,
                    Phase(m.Phase), null),
                ProtocolJson.Default.NodeProgress),
            CounterMessage m => Envelope.Event(
                EventNames.JobProgress,
                new CounterProgress(
                    jobId, m.Stage, m.Text, ts, "progress", m.Id, m.ParentId, m.Kind, Phase(m.Phase), m.Current, m.Total,
                    m.Outermost ? (double)m.Current / m.Total : null),
                ProtocolJson.Default.CounterProgress),
            _ => Envelope.Event(
                EventNames.JobProgress,
                new TextProgress(jobId, message.Stage, message.Text, ts, Level(((TextMessage)message).Level)),
                ProtocolJson.Default.TextProgress),
        };
    }

    static string Phase(NodePhase phase) => phase switch
    {
        NodePhase.Start => "start",
        NodePhase.Done => "done",
        _ => "error",
    };

    static string Phase(CounterPhase phase) => phase switch
    {
        CounterPhase.Start => "start",
        CounterPhase.Update => "update",
        _ => "done",
    };

    static string Level(TextLevel level) => level switch
    {
        TextLevel.Start => "start",
        TextLevel.Done => "done",
        TextLevel.Warn => "warn",
        _ => "info",
    };
}
