using System.ComponentModel;
using System.Diagnostics;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Hosting;

namespace Rtemis.Server.Handlers;

/// <summary>Asks the person at this machine for a folder, with the desktop's own dialog. One dialog at a time.</summary>
sealed class DialogHandlers : IDisposable
{
    const int LongestPrompt = 200;

    readonly SemaphoreSlim _one = new(1);

    public async ValueTask<ChooseDirResult> ChooseDirAsync(Call call, ChooseDirParams parameters)
    {
        if (parameters.Prompt is { } given && given.Contains('\0', StringComparison.Ordinal))
            throw new ProtocolException(ErrorCodes.InvalidParams, "`prompt` must not have a character 0.");
        var prompt = parameters.Prompt is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestPrompt)] : "Choose a folder";
        if (!await _one.WaitAsync(0, call.Cancellation).ConfigureAwait(false))
            throw new ProtocolException(ErrorCodes.TooMany, "A folder dialog is open already.");
        try
        {
            foreach (var (program, arguments) in Dialogs(prompt))
                if (await TryAskAsync(program, arguments, call.Cancellation).ConfigureAwait(false) is { } result) return result;
        }
        finally
        {
            _one.Release();
        }
        throw new ProtocolException(ErrorCodes.IoError, "No folder dialog can be shown here: the server has no display, or neither zenity nor kdialog.");
    }

    public void Dispose() => _one.Dispose();

    static IEnumerable<(string Program, string[] Arguments)> Dialogs(string prompt)
    {
        if (OperatingSystem.IsMacOS())
            // The prompt goes in as an argument, never as part of the script.
            yield return ("osascript", ["-e", "on run argv", "-e", "POSIX path of (choose folder with prompt (item 1 of argv))", "-e", "end run", prompt]);
        else if (OperatingSystem.IsWindows())
            yield return ("powershell", ["-NoProfile", "-STA", "-Command",
                "Add-Type -AssemblyName System.Windows.Forms; $d = New-Object System.Windows.Forms.FolderBrowserDialog; " +
                "if ($d.ShowDialog() -eq 'OK') { [Console]::Out.WriteLine($d.SelectedPath) } else { exit 1 }"]);
        else if (Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 })
        {
            yield return ("zenity", ["--file-selection", "--directory", $"--title={prompt}"]);
            yield return ("kdialog", ["--title", prompt, "--getexistingdirectory"]);
        }
    }

    // Null when the program is not there.
    static async Task<ChooseDirResult?> TryAskAsync(string program, string[] arguments, CancellationToken cancellation)
    {
        var info = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = new Process { StartInfo = ChildEnvironment.Clean(info) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await Task.WhenAll(output, errors, process.WaitForExitAsync(cancellation)).ConfigureAwait(false);
            var path = (await output.ConfigureAwait(false)).TrimEnd('\r', '\n');
            return process.ExitCode == 0 && path.Length > 0 ? new(path, false) : new(null, true);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
