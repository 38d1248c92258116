using Rtemis.Daemon;

namespace Rtemis.Server.Daemons;

/// <summary>One job's run on a daemon: watched, and ended when that is wanted.</summary>
sealed partial class DaemonRun(DaemonProcess daemon, MemoryLimit? limit, TimeProvider clock, ILogger log)
{
    static readonly TimeSpan CancelGrace = TimeSpan.FromSeconds(2);

    /// <summary>Runs a job to its end.</summary>
    /// <param name="assignment">The job.</param>
    /// <param name="progress">Takes the data of each progress event, in order, on one thread at a time.</param>
    /// <param name="cancellation">Asks the daemon to stop; if it does not within two seconds it is killed.</param>
    public async Task<DaemonOutcome> RunAsync(Assignment assignment, Action<ReadOnlyMemory<byte>> progress, CancellationToken cancellation)
    {
        daemon.Progress = progress;
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var killed = Task.FromResult(false);
        var memory = daemon.Watch(limit, clock);
        try
        {
            await using (memory.ConfigureAwait(false))
            await using (cancellation.Register(() => killed = CancelAsync(answered.Task)).ConfigureAwait(false))
                return await RunAsync(assignment, memory, answered, cancellation).ConfigureAwait(false);
        }
        finally
        {
            daemon.Progress = null;
            // Also where there is no answer.
            answered.TrySetResult();
            // A daemon that answered while it was being killed must not be given another job.
            if (await killed.ConfigureAwait(false) || memory.IsOver) await daemon.Exited.ConfigureAwait(false);
        }
    }

    async Task<DaemonOutcome> RunAsync(Assignment assignment, MemoryWatch memory, TaskCompletionSource answered, CancellationToken cancellation)
    {
        if (!await daemon.IsReadyAsync().ConfigureAwait(false)) return Death(memory);
        if (cancellation.IsCancellationRequested) return new DaemonOutcome.Finished();
        var header = await daemon.AskAsync(DaemonMessages.Run, assignment, DaemonJson.Default.Assignment).ConfigureAwait(false);
        answered.TrySetResult();
        if (header is null) return Death(memory);
        if (header.Error is not { } error) return new DaemonOutcome.Finished();
        return error.Code == DaemonMessages.OutOfMemory ? await RetireAsync(memory).ConfigureAwait(false) : new DaemonOutcome.Refused(error);
    }

    // An allocation failed somewhere in the middle of things: what is left in that process is not to be trusted with another job.
    async Task<DaemonOutcome> RetireAsync(MemoryWatch memory)
    {
        memory.Look();
        daemon.Kill(DaemonEnd.OutOfMemory);
        await daemon.Exited.ConfigureAwait(false);
        return new DaemonOutcome.OutOfMemory(MemoryLack.Allocation, limit, memory.Peak, null, null, daemon.LastOutput);
    }

    // Asks the daemon to stop. Whether it had to be killed.
    async Task<bool> CancelAsync(Task answered)
    {
        using var done = new CancellationTokenSource();
        var grace = Task.Delay(CancelGrace, clock, done.Token);
        var asked = daemon.StopJobAsync(answered);
        var first = await Task.WhenAny(answered, daemon.Exited, grace).ConfigureAwait(false);
        await done.CancelAsync().ConfigureAwait(false);
        if (first == grace)
        {
            LogKilled(log, daemon.Id);
            daemon.Kill(DaemonEnd.Unresponsive);
        }
        // Whatever asks it to stop must not reach its next job.
        await asked.ConfigureAwait(false);
        return first == grace;
    }

    DaemonOutcome Death(MemoryWatch memory)
    {
        var said = daemon.LastOutput;
        return memory.CauseOfDeath(daemon.Signal, said) is { } lack
            ? new DaemonOutcome.OutOfMemory(lack, limit, memory.Peak, daemon.ExitCode, daemon.Signal, said)
            : new DaemonOutcome.Died(daemon.ExitCode, daemon.Signal, memory.Peak, said);
    }

    [LoggerMessage(602, LogLevel.Warning, "Daemon {Pid} did not stop when asked and is killed.")]
    static partial void LogKilled(ILogger log, int pid);
}
