using System.Diagnostics;

namespace Rtemis.Server.Daemons;

/// <summary>A daemon's process that was started, and the ways to it, which differ between engines.</summary>
/// <param name="process">The process.</param>
abstract class DaemonLink(Process process) : IDisposable
{
    /// <summary>The process.</summary>
    public Process Process { get; } = process;

    /// <summary>What the process prints besides its complaints, or null where that is frames.</summary>
    public virtual StreamReader? Printed => null;

    /// <summary>Waits for the streams that frames go over.</summary>
    /// <param name="cancellation">Ends the waiting: the process is gone.</param>
    public abstract Task<DaemonStreams> ConnectAsync(CancellationToken cancellation);

    /// <summary>Asks the daemon to end its job.</summary>
    /// <param name="send">Sends a frame.</param>
    /// <param name="interruptible">Completes when the job has begun, with true, or has ended before that or since.</param>
    public abstract Task StopJobAsync(Func<byte[], Task> send, Task<bool> interruptible);

    public virtual void Dispose() => Process.Dispose();
}

/// <summary>What frames go over, seen from the server.</summary>
/// <param name="Up">What the daemon says.</param>
/// <param name="Down">What it is told.</param>
sealed record DaemonStreams(Stream Up, Stream Down);
