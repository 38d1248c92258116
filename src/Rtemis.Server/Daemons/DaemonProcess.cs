using System.Diagnostics;
using System.IO.Pipelines;
using System.Text.Json;
using Rtemis.Protocol;
using Rtemis.Server.Hosting;

namespace Rtemis.Server.Daemons;

/// <summary>
/// A daemon and the server's end of the talk with it: frames over its standard input and output, its standard error for the log. It runs one job at a
/// time. It ends when its input does, so none outlives the server.
/// </summary>
sealed partial class DaemonProcess : IDisposable
{
    const int KeptLines = 20;
    static readonly TimeSpan CancelGrace = TimeSpan.FromSeconds(2);

    readonly Process _process;
    readonly TimeProvider _clock;
    readonly ILogger _log;
    readonly SemaphoreSlim _sending = new(1);
    readonly Queue<string> _lastOutput = [];
    readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Task _reading;
    int _exitCode;
    TaskCompletionSource<DaemonHeader>? _response;
    Action<ReadOnlyMemory<byte>>? _progress;

    DaemonProcess(Process process, TimeProvider clock, ILogger log)
    {
        _process = process;
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

    /// <summary>Whether it still runs.</summary>
    public bool IsAlive => !Exited.IsCompleted;

    /// <summary>Starts a daemon.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program can't be started.</exception>
    public static DaemonProcess Start(DaemonCommand command, TimeProvider clock, ILogger log)
    {
        var info = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        ChildEnvironment.Clean(info);
        // Numeric loops run long in their first call: they are compiled well at once.
        info.Environment["DOTNET_TC_QuickJitForLoops"] = "0";
        var daemon = new DaemonProcess(Process.Start(info)!, clock, log);
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
        try
        {
            await using (cancellation.Register(() => killed = CancelAsync(response.Task)).ConfigureAwait(false))
                return await RunAsync(assignment, response.Task, cancellation).ConfigureAwait(false);
        }
        finally
        {
            (_response, _progress) = (null, null);
            // A daemon that answered while it was being killed must not be given another job.
            if (await killed.ConfigureAwait(false)) await Exited.ConfigureAwait(false);
        }
    }

    /// <summary>Ends the process at once.</summary>
    public void Kill()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
    }

    public void Dispose()
    {
        _process.Dispose();
        _sending.Dispose();
    }

    async Task<DaemonOutcome> RunAsync(Assignment assignment, Task<DaemonHeader> response, CancellationToken cancellation)
    {
        if (await Task.WhenAny(_ready.Task, Exited).ConfigureAwait(false) == Exited) return Death();
        if (cancellation.IsCancellationRequested) return new DaemonOutcome.Finished();
        await TrySendAsync(Envelope.Request(RequestId.Of(1), DaemonMessages.Run, assignment, DaemonJson.Default.Assignment)).ConfigureAwait(false);
        await Task.WhenAny(response, Exited).ConfigureAwait(false);
        if (!response.IsCompleted) return Death();
        var header = await response.ConfigureAwait(false);
        return header.Error is { } error ? new DaemonOutcome.Refused(error) : new DaemonOutcome.Finished();
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
        Kill();
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
            Kill();
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
            lock (_lastOutput)
            {
                _lastOutput.Enqueue(line);
                if (_lastOutput.Count > KeptLines) _lastOutput.Dequeue();
            }
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
    DaemonOutcome.Died Death()
    {
        lock (_lastOutput)
            return new(_exitCode, !OperatingSystem.IsWindows() && _exitCode > 128 ? _exitCode - 128 : null, [.. _lastOutput]);
    }
}
