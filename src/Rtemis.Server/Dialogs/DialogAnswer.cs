namespace Rtemis.Server.Dialogs;

/// <summary>How a dialog's program ended and what it printed.</summary>
sealed record DialogAnswer(string Program, int ExitCode, string Output, string Errors)
{
    const int Cancelled = 1;

    /// <summary>Whether the person wants none.</summary>
    public bool IsCancelled => ExitCode == Cancelled && !LacksDisplay;

    /// <summary>Whether it could not show itself; it ends then as if it had been cancelled.</summary>
    public bool LacksDisplay =>
        ExitCode != 0 && (Errors.Contains("cannot open display", StringComparison.OrdinalIgnoreCase) || Errors.Contains("connect to display", StringComparison.OrdinalIgnoreCase));

    /// <summary>The folder that was chosen, or null when what was printed is none.</summary>
    public string? Folder
    {
        get
        {
            // Names may end in blanks: only the end of the line goes.
            var path = Output.EndsWith("\r\n", StringComparison.Ordinal) ? Output[..^2] : Output.EndsWith('\n') ? Output[..^1] : Output;
            return ExitCode == 0 && Path.IsPathFullyQualified(path) && Directory.Exists(path) ? path : null;
        }
    }
}
