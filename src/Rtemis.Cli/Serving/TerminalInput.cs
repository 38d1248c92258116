using System.Runtime.InteropServices;

namespace Rtemis.Cli.Serving;

/// <summary>The keyboard of the terminal where the server runs.</summary>
static class TerminalInput
{
    const int StandardInput = 0;
    const short Readable = 1;
    const int Interrupted = 4;
    static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    // A terminal hands out whole lines; what is in them does not matter.
    static readonly byte[] Line = new byte[4096];

    /// <summary>Waits until Enter was pressed; false when nothing can come any more.</summary>
    public static bool WaitForEnter() =>
        OperatingSystem.IsWindows() ? Console.ReadLine() is not null : WaitInForeground() && Read(StandardInput, Line, (nuint)Line.Length) > 0;

    // A job in the background that reads from its terminal is stopped, and the whole server would be: it only reads when there is something to be
    // read and the terminal is its own. Console's reader knows no such care, and changes the terminal's mode.
    static bool WaitInForeground()
    {
        while (true)
        {
            var wanted = new Polled { File = StandardInput, Events = Readable };
            var ready = Poll(ref wanted, 1, -1);
            // A signal may end the wait early.
            if (ready < 0 && Marshal.GetLastPInvokeError() == Interrupted) continue;
            if (ready < 0 || (wanted.Happened & Readable) == 0) return false;
            if (ForegroundGroup(StandardInput) == OwnGroup()) return true;
            Thread.Sleep(LookAgain);
        }
    }

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    static extern int Poll(ref Polled files, nuint count, int milliseconds);

    [DllImport("libc", EntryPoint = "read")]
    static extern nint Read(int file, byte[] to, nuint most);

    [DllImport("libc", EntryPoint = "tcgetpgrp")]
    static extern int ForegroundGroup(int file);

    [DllImport("libc", EntryPoint = "getpgrp")]
    static extern int OwnGroup();

    [StructLayout(LayoutKind.Sequential)]
    struct Polled
    {
        public int File;
        public short Events;
        public short Happened;
    }
}
