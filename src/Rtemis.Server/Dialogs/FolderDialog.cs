using System.Diagnostics;
using System.Text;
using Rtemis.Server.Hosting;

namespace Rtemis.Server.Dialogs;

/// <summary>The programs that can ask for a folder on this machine's desktop. What the client wants said is data to them, never script or option.</summary>
static class FolderDialog
{
    const string PromptVariable = "RTEMIS_DIALOG_PROMPT";
    const int LongestPrompt = 200;

    const string WindowsScript =
        "try { [Console]::OutputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Windows.Forms; " +
        "$d = New-Object System.Windows.Forms.FolderBrowserDialog; $d.Description = $env:" + PromptVariable + "; " +
        "if ($d.ShowDialog() -ne 'OK') { exit 1 }; [Console]::Out.WriteLine($d.SelectedPath) } catch { exit 3 }";

    /// <summary>The programs to try, the best first; none where there is no display.</summary>
    /// <param name="wanted">What the client wants said, or null.</param>
    public static IEnumerable<ProcessStartInfo> Programs(string? wanted)
    {
        var prompt = Prompt(wanted);
        if (OperatingSystem.IsMacOS())
            yield return Program(
                "osascript", "-e", "on run argv", "-e", "POSIX path of (choose folder with prompt (item 1 of argv))", "-e", "end run", "--", prompt);
        else if (OperatingSystem.IsWindows())
        {
            var powershell = Program("powershell", "-NoProfile", "-STA", "-Command", WindowsScript);
            powershell.Environment[PromptVariable] = prompt;
            yield return powershell;
        }
        else if (HasDisplay)
        {
            yield return Program("zenity", "--file-selection", "--directory", $"--title={prompt}");
            yield return Program("kdialog", $"--title={prompt}", "--getexistingdirectory");
        }
    }

    /// <summary>Why none of the programs could be used.</summary>
    public static string WhyNone => OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() || HasDisplay
        ? "No folder dialog can be shown here: the desktop's program for it is missing (zenity or kdialog on Linux)."
        : "No folder dialog can be shown here: the server has no display.";

    static bool HasDisplay => IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY");

    static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };

    // Without what is no text, and cut between characters.
    static string Prompt(string? wanted)
    {
        var prompt = new StringBuilder();
        foreach (var rune in (wanted ?? "").EnumerateRunes())
            if (!Rune.IsControl(rune) && prompt.Length + rune.Utf16SequenceLength <= LongestPrompt) prompt.Append(rune);
        return prompt.Length > 0 ? prompt.ToString() : "Choose a folder";
    }

    static ProcessStartInfo Program(string name, params string[] arguments) => ChildEnvironment.Clean(new(name, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        CreateNoWindow = true,
    });
}
