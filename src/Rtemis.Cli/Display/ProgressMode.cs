using Spectre.Console;

namespace Rtemis.Cli.Display;

/// <summary>How progress is shown: as bars on a terminal, as lines elsewhere, as JSON for programs, or not at all.</summary>
static class ProgressMode
{
    /// <summary>Does the work with the display that is fit.</summary>
    /// <param name="json">For a program.</param>
    /// <param name="quiet">Not at all.</param>
    /// <param name="work">What is done.</param>
    public static Task<T> WhileAsync<T>(bool json, bool quiet, Func<IProgressDisplay, Task<T>> work)
    {
        if (json) return work(quiet ? new NoProgress() : new ProgressJson(Console.Out));
        if (quiet) return work(new NoProgress());
        if (Console.IsErrorRedirected) return work(new ProgressLines(Console.Error));
        return ProgressBars.WhileAsync(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }), work);
    }
}
