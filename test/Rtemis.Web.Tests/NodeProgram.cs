using System.Diagnostics;
using System.Text;

namespace Rtemis.Web.Tests;

/// <summary>Runs a program of the page's packages to its end, for a bounded time.</summary>
static class NodeProgram
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(12);

    /// <summary>Its exit code and all that it printed. When the time is up, it is ended with all that it started.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        // npm and npx are scripts on Windows.
        var windows = OperatingSystem.IsWindows();
        var info = new ProcessStartInfo(windows ? "cmd" : program, windows ? ["/c", program, .. arguments] : arguments)
        {
            WorkingDirectory = WebFolder.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) info.Environment[name] = value;
        info.Environment["NO_COLOR"] = "1";

        using var process = Process.Start(info)!;
        using var patience = new CancellationTokenSource(Longest);
        var printed = new StringBuilder();
        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (printed) printed.AppendLine(line.Data);
        }

        try
        {
            process.StandardInput.Close();
            process.OutputDataReceived += Keep;
            process.ErrorDataReceived += Keep;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            await process.WaitForExitAsync(patience.Token);
            lock (printed) return (process.ExitCode, printed.ToString());
        }
        catch (OperationCanceledException)
        {
            string[] lines;
            lock (printed) lines = printed.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return (-1, $"`{program} {string.Join(' ', arguments)}` did not end within {Longest.TotalMinutes} minutes. The last that it printed:\n{string.Join('\n', lines.TakeLast(20))}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
