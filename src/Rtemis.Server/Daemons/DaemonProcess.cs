using System.Diagnostics;
using System.IO.Pipelines;
using System.Text.Json;
using Rtemis.Protocol;

namespace Rtemis.Server.Daemons;

/// <summary>
/// A daemon and the server's end of the talk with it: frames over its standard input and output, its standard error for the log. It runs one job at a
/// time. It ends when its input does, so none outlives the server.
/// </summary>
sealed partial class DaemonProcess : IDisposable
{
    static readonly TimeSpan CancelGrace = TimeSpan.FromSeconds(2);

    readonly Process _process;
    readonly MemoryLimit? _memory;
    readonly TimeProvider _clock;
    readonly ILogger _log;
    readonly SemaphoreSlim _sending = new(1);
    readonly DaemonOutput _output = new();
    readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Task _reading;
    int _exitCode;
    TaskCompletionSource<DaemonHeader>? _response;
    Action<ReadOnlyMemory<byte>>? _progress;

    DaemonProcess(Process process, MemoryLimit? memory, TimeProvider clock, ILogger log)
    {
        _process = process;
        _memory = memory;
        _clock = clock;
        _log = log;
        Id = process.Id;
        _reading = Task.WhenAll(Task.Run(ReadFramesAsync), Task.Run(ReadOutputAsync));
        Exited = WaitForExitAsync();
    }

    /// <summary>The process id.</summary>
    public int Id { get; }

    /// <summary>Completes when the process is gone and all that it said was read.</summary>
    public Task Exited { get; }

    /// <summary>Whether it came up.</summary>
    public bool WasReady => _ready.Task.IsCompletedSuccessfully;

    /// <summary>What ended it, or will have.</summary>
    public DaemonEnd End { get; private set; }

    /// <summary>Whether it still runs.</summary>
    public bool IsAlive => !Exited.IsCompleted;

    /// <summary>The private memory that it has now, or null.</summary>
    public long? PrivateBytes => ProcessMemory.PrivateBytes(_process);

    /// <summary>Starts a daemon that may have so much memory.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program can't be started.</exception>
    public static DaemonProcess Start(DaemonCommand command, MemoryLimit? memory, TimeProvider clock, ILogger log)
    {
        var daemon = new DaemonProcess(Process.Start(command.StartInfo(memory))!, memory, clock, log);
        LogStarted(log, daemon.Id);
        return daemon;
    }

    /// <summary>Runs a job to its end.</summary>
    /// <param name="assignment">The job.</param>
    /// <param name="progress">Takes the data of each progress event, in order, on one thread at a time.</param>
    /// <param name="cancellation">Asks the daemon to stop; if it does not within two seconds it is killed.</param>
    public async Task<DaemonOutcome> RunAsync(Assignment assignment, Action<ReadOnlyMemory<byte>> progress, CancellationToken cancellation)
    {
        var response = new TaskCompletionSource<DaemonHeader>(TaskCreationOptions.RunContinuationsAsynchronously);
        (_response, _progress) = (response, progress);
        var killed = Task.FromResult(false);
        var memory = new MemoryWatch(_process, _memory, EndOverLimit, _clock);
        try
        {
            await using (memory.ConfigureAwait(false))
            await using (cancellation.Register(() => killed = CancelAsync(response.Task)).ConfigureAwait(false))
                return await RunAsync(assignment, response.Task, memory, cancellation).ConfigureAwait(false);
        }
        finally
        {
            (_response, _progress) = (null, null);
            // A daemon that answered while it was being killed must not be given another job.
            if (await killed.ConfigureAwait(false) || memory.IsOver) await Exited.ConfigureAwait(false);
        }
    }

    /// <summary>Ends the process at once.</summary>
    public void Kill(DaemonEnd reason = DaemonEnd.Died)
    {
        if (_process.HasExited) return;
        End = reason;
        _process.Kill(entireProcessTree: true);
    }

    public void Dispose()
    {
        _process.Dispose();
        _sending.Dispose();
    }

    async Task<DaemonOutcome> RunAsync(Assignment assignment, Task<DaemonHeader> response, MemoryWatch memory, CancellationToken cancellation)
    {
        if (await Task.WhenAny(_ready.Task, Exited).ConfigureAwait(false) == Exited) return Death(memory);
        if (cancellation.IsCancellationRequested) return new DaemonOutcome.Finished();
        await TrySendAsync(Envelope.Request(RequestId.Of(1), DaemonMessages.Run, assignment, DaemonJson.Default.Assignment)).ConfigureAwait(false);
        await Task.WhenAny(response, Exited).ConfigureAwait(false);
        if (!response.IsCompleted) return Death(memory);
        var header = await response.ConfigureAwait(false);
        if (header.Error is not { } error) return new DaemonOutcome.Finished();
        return error.Code == DaemonMessages.OutOfMemory ? await RetireAsync(memory).ConfigureAwait(false) : new DaemonOutcome.Refused(error);
    }

    // An allocation failed somewhere in the middle of things: what is left in that process is not to be trusted with another job.
    async Task<DaemonOutcome> RetireAsync(MemoryWatch memory)
    {
        memory.Look();
        Kill(DaemonEnd.OutOfMemory);
        await Exited.ConfigureAwait(false);
        return new DaemonOutcome.OutOfMemory(MemoryLack.Allocation, _memory, memory.Peak, null, null, _output.Lines);
    }

    void EndOverLimit()
    {
        LogOverLimit(_log, Id);
        Kill(DaemonEnd.OutOfMemory);
    }

    // Asks the daemon to stop. Whether it had to be killed.
    async Task<bool> CancelAsync(Task<DaemonHeader> response)
    {
        await TrySendAsync(Envelope.Request(RequestId.Null, DaemonMessages.Cancel, new Nothing(), DaemonJson.Default.Nothing)).ConfigureAwait(false);
        using var done = new CancellationTokenSource();
        var grace = Task.Delay(CancelGrace, _clock, done.Token);
        var first = await Task.WhenAny(response, Exited, grace).ConfigureAwait(false);
        await done.CancelAsync().ConfigureAwait(false);
        if (first != grace) return false;
        LogKilled(_log, Id);
        Kill(DaemonEnd.Unresponsive);
        return true;
    }

    // A broken pipe means that the process is gone; its exit tells that better.
    async Task TrySendAsync(byte[] frame)
    {
        await _sending.WaitAsync().ConfigureAwait(false);
        try
        {
            var input = _process.StandardInput.BaseStream;
            await input.WriteAsync(frame).ConfigureAwait(false);
            await input.FlushAsync().ConfigureAwait(false);
        }
        catch (IOException e)
        {
            LogBrokenPipe(_log, Id, e.Message);
        }
        finally
        {
            _sending.Release();
        }
    }

    async Task ReadFramesAsync()
    {
        var frames = new FrameReader();
        var pipe = PipeReader.Create(_process.StandardOutput.BaseStream);
        try
        {
            while (true)
            {
                var read = await pipe.ReadAsync().ConfigureAwait(false);
                var buffer = read.Buffer;
                while (frames.TryRead(ref buffer, out var frame)) Take(frame.Header);
                pipe.AdvanceTo(buffer.Start, buffer.End);
                if (read.IsCompleted) return;
            }
        }
        catch (Exception e) when (e is MalformedFrameException or JsonException or IOException)
        {
            // Whatever it is that talks there, it is not our daemon any more.
            LogNonsense(_log, Id, e.Message);
            Kill(DaemonEnd.Nonsense);
        }
    }

    void Take(ReadOnlyMemory<byte> json)
    {
        var header = JsonSerializer.Deserialize(json.Span, DaemonJson.Default.DaemonHeader)!;
        if (header.Event == DaemonMessages.Ready) _ready.TrySetResult();
        else if (header.Event == EventNames.JobProgress) _progress?.Invoke(JsonSerializer.SerializeToUtf8Bytes(header.Data, ProtocolJson.Default.JsonElement));
        else if (header.Ok is not null) _response?.TrySetResult(header);
    }

    async Task ReadOutputAsync()
    {
        while (await _process.StandardError.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            LogOutput(_log, Id, line);
            _output.Add(line);
        }
    }

    async Task WaitForExitAsync()
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
        _exitCode = _process.ExitCode;
        LogExited(_log, Id, _exitCode);
    }

    // On Unix, .NET reports the death by a signal as 128 and its number.
    DaemonOutcome Death(MemoryWatch memory)
    {
        int? signal = !OperatingSystem.IsWindows() && _exitCode > 128 ? _exitCode - 128 : null;
        var said = _output.Lines;
        return memory.CauseOfDeath(signal, said) is { } lack
            ? new DaemonOutcome.OutOfMemory(lack, _memory, memory.Peak, _exitCode, signal, said)
            : new DaemonOutcome.Died(_exitCode, signal, memory.Peak, said);
    }
}
