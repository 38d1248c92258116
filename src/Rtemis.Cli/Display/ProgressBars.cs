using Rtemis.Client;
using Spectre.Console;

namespace Rtemis.Cli.Display;

/// <summary>Bars on a terminal: one for each step and counter that goes on, below the step that it is a part of. Warnings stay above them.</summary>
sealed class ProgressBars : IProgressDisplay
{
    readonly ProgressContext _context;
    readonly IAnsiConsole _console;
    readonly Dictionary<string, Bar> _bars = [];
    readonly Lock _lock = new();

    ProgressBars(ProgressContext context, IAnsiConsole console) => (_context, _console) = (context, console);

    /// <summary>Shows the bars while the work is done.</summary>
    public static Task<T> WhileAsync<T>(IAnsiConsole console, Func<IProgressDisplay, Task<T>> work) => console.Progress()
        .AutoClear(true).HideCompleted(true)
        .Columns(new StepColumn(), new ProgressBarColumn(), new ShareColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
        .StartAsync(context => work(new ProgressBars(context, console)));

    public void Show(JobProgress told)
    {
        // Parts of a run may tell at the same time.
        lock (_lock)
        {
            switch (told)
            {
                case JobProgress.Step { Status: StepStatus.Start } step:
                    Begin(step.NodeId, step.ParentId, told.Message).Task.IsIndeterminate = true;
                    break;
                case JobProgress.Step step:
                    End(step.NodeId);
                    if (step.Status == StepStatus.Error) Say($"[red]{Markup.Escape(told.Message)} failed[/]");
                    break;
                case JobProgress.Counter { Status: StepStatus.Done } counter:
                    End(counter.NodeId);
                    break;
                case JobProgress.Counter counter:
                    Count(counter, told.Message);
                    break;
                case JobProgress.Text { Level: ProgressLevel.Warn or ProgressLevel.Error }:
                    Say($"[yellow]{Markup.Escape(told.Message)}[/]");
                    break;
            }
        }
    }

    void Count(JobProgress.Counter counter, string message)
    {
        var bar = _bars.TryGetValue(counter.NodeId, out var known) ? known : Begin(counter.NodeId, counter.ParentId, message);
        bar.Task.MaxValue = counter.Total;
        bar.Task.Value = counter.Current;
        bar.Task.Description = Description(bar.Depth, message);
    }

    // Below its parent's last bar.
    Bar Begin(string id, string? parent, string message)
    {
        var above = parent is not null && _bars.TryGetValue(parent, out var found) ? found : null;
        var depth = above is null ? 0 : above.Depth + 1;
        var task = above is null ? _context.AddTask(Description(depth, message)) : _context.AddTaskAfter(Description(depth, message), LastBelow(above).Task);
        return _bars[id] = new Bar(task, depth, above);
    }

    Bar LastBelow(Bar above) => _bars.Values.LastOrDefault(b => !b.Task.IsFinished && IsBelow(b, above)) ?? above;

    static bool IsBelow(Bar bar, Bar above) => bar.Above is { } next && (next == above || IsBelow(next, above));

    void End(string id)
    {
        if (_bars.Remove(id, out var bar)) bar.Task.StopTask();
    }

    void Say(string markup) => _console.MarkupLine(markup);

    static string Description(int depth, string message) => new string(' ', 2 * depth) + Markup.Escape(message);

    sealed record Bar(ProgressTask Task, int Depth, Bar? Above);
}
