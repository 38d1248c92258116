using System.Diagnostics;

namespace Rtemis.Server.Hosting;

/// <summary>What the processes that the server starts are not told.</summary>
static class ChildEnvironment
{
    // The server's settings, least of all the token; and what would have a crash write memory, with tables in it, to a file.
    static readonly string[] Withheld = ["RTEMISLIVE_", "DOTNET_Dbg", "COMPlus_Dbg", "DOTNET_EnableCrashReport", "COMPlus_EnableCrashReport"];

    /// <summary>Takes it out of the environment that a process is started with.</summary>
    public static ProcessStartInfo Clean(ProcessStartInfo info)
    {
        foreach (var name in info.Environment.Keys.Where(IsWithheld).ToList()) info.Environment.Remove(name);
        return info;
    }

    static bool IsWithheld(string name) => Withheld.Any(w => name.StartsWith(w, StringComparison.OrdinalIgnoreCase));
}
