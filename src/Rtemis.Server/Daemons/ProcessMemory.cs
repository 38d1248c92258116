using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Rtemis.Server.Daemons;

/// <summary>The memory that a process has for itself alone. The tables that it maps are not in it: the system takes their pages back when it needs them.</summary>
static class ProcessMemory
{
    /// <summary>Its bytes, or null when the process is gone or the system does not tell.</summary>
    public static long? PrivateBytes(Process process)
    {
        try
        {
            if (OperatingSystem.IsLinux()) return OnLinux(process.Id);
            if (OperatingSystem.IsMacOS()) return OnMac(process.Id);
            process.Refresh();
            return process.PrivateMemorySize64;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            // It ended while it was looked at.
            return null;
        }
    }

    // What was swapped out is still its own.
    static long? OnLinux(int pid)
    {
        long? bytes = null;
        foreach (var line in File.ReadLines($"/proc/{pid}/status"))
            if (line.StartsWith("RssAnon:", StringComparison.Ordinal) || line.StartsWith("VmSwap:", StringComparison.Ordinal))
                bytes = (bytes ?? 0) + Kilobytes(line) * 1024;
        return bytes;
    }

    // "RssAnon:     4604 kB"
    static long Kilobytes(string line) =>
        long.Parse(line.AsSpan(line.IndexOf(':', StringComparison.Ordinal) + 1).Trim().TrimEnd("kB"), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);

    // .NET knows no private bytes there; the footprint is what Activity Monitor shows as memory.
    static long? OnMac(int pid) => ResourceUsage(pid, 0, out var usage) == 0 ? (long)usage.Footprint : null;

    [DllImport("libproc", EntryPoint = "proc_pid_rusage")]
    static extern int ResourceUsage(int pid, int flavor, out Usage usage);

    // rusage_info_v0: an id of 16 bytes and ten counters.
    [StructLayout(LayoutKind.Explicit, Size = 96)]
    struct Usage
    {
        [FieldOffset(72)]
        public ulong Footprint;
    }
}
