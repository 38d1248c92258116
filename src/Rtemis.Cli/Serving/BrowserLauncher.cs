using System.ComponentModel;
using System.Diagnostics;
using Rtemis.Server.Hosting;

namespace Rtemis.Cli.Serving;

/// <summary>Shows an address in the browser of the person at this machine.</summary>
sealed partial class BrowserLauncher(ILogger<BrowserLauncher> log)
{
    /// <summary>Asks the desktop to open the address. A failure is logged, without the address: it may hold a secret.</summary>
    public async Task OpenAsync(string address)
    {
        try
        {
            using var process = Process.Start(ChildEnvironment.Clean(Command(address)));
            if (process is null) return;
            process.OutputDataReceived += static (_, _) => { };
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            await process.WaitForExitAsync().ConfigureAwait(false);
            if (process.ExitCode != 0) LogFailed(log, $"the desktop's program ended with {process.ExitCode}");
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException)
        {
            LogFailed(log, e is Win32Exception ? "the desktop has no program for it" : e.GetType().Name);
        }
    }

    static ProcessStartInfo Command(string address) =>
        OperatingSystem.IsWindows() ? new("cmd", ["/c", "start", "", address]) { RedirectStandardOutput = true, RedirectStandardError = true }
        : new(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address]) { RedirectStandardOutput = true, RedirectStandardError = true };

    [LoggerMessage(710, LogLevel.Warning, "No browser could be opened: {Reason}. The address that was printed can be opened by hand.")]
    static partial void LogFailed(ILogger log, string reason);
}
