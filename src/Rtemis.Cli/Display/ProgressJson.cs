using System.Text.Json.Nodes;
using Rtemis.Client;

namespace Rtemis.Cli.Display;

/// <summary>A JSON object a line for each thing that a job tells, on standard output: for programs.</summary>
sealed class ProgressJson(TextWriter to) : IProgressDisplay
{
    readonly Lock _lock = new();

    public void Show(JobProgress told)
    {
        if (Object(told) is not { } json) return;
        if (told.Message.Length > 0) json["message"] = told.Message;
        if (told.Stage is not null) json["stage"] = told.Stage;
        if (told.Time is not null) json["ts"] = told.Time;
        lock (_lock) to.WriteLine(json.ToJsonString());
    }

    // The end is told by the command, with the result.
    static JsonObject? Object(JobProgress told) => told switch
    {
        JobProgress.Started started => new() { ["event"] = "started", ["started_at"] = started.At },
        JobProgress.Text text => new() { ["event"] = "text", ["level"] = Word(text.Level) },
        JobProgress.Step step => new()
        {
            ["event"] = "step",
            ["status"] = Word(step.Status),
            ["node_id"] = step.NodeId,
            ["parent_id"] = step.ParentId,
            ["kind"] = step.Kind,
            ["label"] = step.Label,
        },
        JobProgress.Counter counter => new()
        {
            ["event"] = "counter",
            ["status"] = Word(counter.Status),
            ["node_id"] = counter.NodeId,
            ["parent_id"] = counter.ParentId,
            ["kind"] = counter.Kind,
            ["current"] = counter.Current,
            ["total"] = counter.Total,
            ["fraction"] = counter.Fraction,
        },
        JobProgress.Missed missed => new() { ["event"] = "missed", ["count"] = missed.Count },
        _ => null,
    };

    static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
