using System.Diagnostics;
using Rtemis.Engines.Native;

namespace Rtemis.Daemon;

/// <summary>Makes a program one that can be its own server's daemon.</summary>
public static class RtemisDaemon
{
    /// <summary>The argument with which the server starts a daemon.</summary>
    internal const string Verb = "daemon";

    /// <summary>Whether this program asked first, and so can be started as a daemon.</summary>
    internal static bool IsOwnProgram { get; private set; }

    /// <summary>
    /// Runs the daemon, and returns when its server has no more use for it, if that is what this process was started for. A program that is published as a
    /// single file, or with a runtime of its own, calls this before all else and ends when the answer is true; others need not.
    /// </summary>
    /// <param name="arguments">The program's arguments.</param>
    /// <returns>Whether the process was a daemon.</returns>
    public static async Task<bool> TryRunAsync(IReadOnlyList<string> arguments)
    {
        IsOwnProgram = true;
        if (arguments is not [Verb]) return false;
        UnixProcess.KeepPrivate();
        // The server and the browser come first, a job takes what is left.
        using (var self = Process.GetCurrentProcess()) self.PriorityClass = ProcessPriorityClass.BelowNormal;
        await new DaemonHost(new NativeEngine(), TimeProvider.System).RunAsync().ConfigureAwait(false);
        return true;
    }
}
