using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Rtemis.Server.Daemons.R;

/// <summary>A process of R: frames over the connection that it opens, everything that it prints for the log, interrupts by signal.</summary>
sealed class RLink(Process process, Task<Stream> connection, Action forget) : DaemonLink(process)
{
    const int Interrupt = 2;
    static readonly byte[] Farewell = "bye\n"u8.ToArray();

    Stream? _connected;

    public override StreamReader? Printed => Process.StandardOutput;

    public override async Task<DaemonStreams> ConnectAsync(CancellationToken cancellation)
    {
        _connected = await connection.WaitAsync(cancellation).ConfigureAwait(false);
        return new DaemonStreams(_connected, _connected);
    }

    // Windows has no such signal: there the process is killed when its time is up.
    public override async Task StopJobAsync(Func<byte[], Task> send, Task<bool> interruptible)
    {
        if (await interruptible.ConfigureAwait(false) && !OperatingSystem.IsWindows() && !Process.HasExited) _ = Signal(Process.Id, Interrupt);
    }

    public override void Dispose()
    {
        forget();
        _connected?.Dispose();
        SayFarewell();
        base.Dispose();
    }

    // To the shell that would kill the process if this server ended without a word.
    void SayFarewell()
    {
        try
        {
            Process.StandardInput.BaseStream.Write(Farewell);
            Process.StandardInput.Close();
        }
        catch (IOException)
        {
            // There is none: R ended before it started one.
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    static extern int Signal(int process, int signal);
}
