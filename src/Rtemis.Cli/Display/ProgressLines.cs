using Rtemis.Client;

namespace Rtemis.Cli.Display;

/// <summary>A line for each thing that a job tells, indented by its place in the tree, on standard error: for pipes and logs. Counters are told as they begin and end.</summary>
sealed class ProgressLines(TextWriter to) : IProgressDisplay
{
    readonly Dictionary<string, int> _depths = [];
    readonly Lock _lock = new();

    public void Show(JobProgress told)
    {
        lock (_lock)
        {
            if (Line(told) is { } line) to.WriteLine(line);
        }
    }

    string? Line(JobProgress told) => told switch
    {
        JobProgress.Step { Status: StepStatus.Start } step => Write(told, Begin(step.NodeId, step.ParentId), told.Message),
        JobProgress.Step { Status: StepStatus.Error } step => Write(told, DepthOf(step.NodeId), $"{told.Message} failed"),
        JobProgress.Step => null,
        JobProgress.Counter { Status: StepStatus.Done } counter => Write(told, DepthOf(counter.ParentId) + 1, told.Message),
        JobProgress.Counter => null,
        JobProgress.Missed missed => $"({missed.Count} messages are missing here)",
        JobProgress.Started or JobProgress.Ended => null,
        JobProgress.Text { Level: ProgressLevel.Warn } => Write(told, 0, $"Warning: {told.Message}"),
        _ => Write(told, 0, told.Message),
    };

    int Begin(string node, string? parent) => _depths[node] = DepthOf(parent) + 1;

    int DepthOf(string? node) => node is not null && _depths.TryGetValue(node, out var depth) ? depth : -1;

    static string Write(JobProgress told, int depth, string text) => $"{told.Time}  {new string(' ', 2 * Math.Max(0, depth))}{text}";
}
