using System.Runtime.InteropServices;

namespace Rtemis.Daemon;

/// <summary>What this process, and every process that it starts, may leave behind on a Unix system.</summary>
static class UnixProcess
{
    // The same number on Linux and macOS.
    const int CoreFileSize = 4;
    const int NothingForOthers = 0b_000_111_111;

    /// <summary>From now on every new file and folder is its owner's alone, and no crash writes memory, with tables and the token in it, to a file.</summary>
    public static void KeepPrivate()
    {
        if (OperatingSystem.IsWindows()) return;
        _ = FileCreationMask(NothingForOthers);
        var none = new Limit();
        if (SetLimit(CoreFileSize, in none) != 0) Console.Error.WriteLine("Core dumps could not be turned off: a crash may write memory to a file.");
    }

    [DllImport("libc", EntryPoint = "umask")]
    static extern int FileCreationMask(int mask);

    [DllImport("libc", EntryPoint = "setrlimit")]
    static extern int SetLimit(int resource, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    readonly struct Limit
    {
        readonly ulong _now;
        readonly ulong _most;
    }
}
