using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Rtemis.Daemon;
using Rtemis.Protocol;

namespace Rtemis.Server.Daemons;

/// <summary>
/// A daemon and the server's end of the talk with it: frames in both directions, all that it prints for the log. It answers one request at a time.
/// </summary>
sealed partial class DaemonProcess : IDisposable
{
    // What a job has started may outlive its daemon, and keep its output open.
    static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(2);

    readonly DaemonLink _link;
    readonly ILogger _log;
    readonly SemaphoreSlim _sending = new(1);
    readonly DaemonOutput _output = new();
    readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenSource _gone = new();
    readonly CancellationTokenSource _abandoned = new();
    readonly Task _reading;
    int _requests;
    DaemonStreams? _streams;
    TaskCompletionSource<DaemonHeader>? _response;
    TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    DaemonProcess(DaemonLink link, ILogger log)
    {
        _link = link;
        _log = log;
        Id = link.Process.Id;
        _reading = Task.WhenAll(
            Task.Run(ReadFramesAsync), Task.Run(() => ReadOutputAsync(link.Process.StandardError, line => LogComplaint(log, Id, line))),
            link.Printed is { } printed ? Task.Run(() => ReadOutputAsync(printed, line => LogOutput(log, Id, line))) : Task.CompletedTask);
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

    /// <summary>Once it is gone, its exit code. On Unix, .NET reports the death by a signal as 128 and its number.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Once it is gone, the signal that ended it, or null.</summary>
    public int? Signal => !OperatingSystem.IsWindows() && ExitCode > 128 ? ExitCode - 128 : null;

    /// <summary>Its last words.</summary>
    public IReadOnlyList<string> LastOutput => _output.Lines;

    /// <summary>Whether it still runs.</summary>
    public bool IsAlive => !Exited.IsCompleted;

    /// <summary>The private memory that it has now, or null.</summary>
    public long? PrivateBytes => ProcessMemory.PrivateBytes(_link.Process);

    /// <summary>Takes the data of each progress event, in order, on one thread at a time.</summary>
    public Action<ReadOnlyMemory<byte>>? Progress { get; set; }

    /// <summary>Starts a daemon that may have so much memory.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program can't be started.</exception>
    public static DaemonProcess Start(IDaemonKind kind, MemoryLimit? memory, ILogger log)
    {
        var daemon = new DaemonProcess(kind.Launch(memory), log);
        LogStarted(log, daemon.Id);
        return daemon;
    }

    /// <summary>Waits until it is up. False when it is gone instead.</summary>
    public async Task<bool> IsReadyAsync() => await Task.WhenAny(_ready.Task, Exited).ConfigureAwait(false) != Exited;

    /// <summary>Asks it something; the task completes with the answer, or with null when it is gone.</summary>
    public async Task<DaemonHeader?> AskAsync<T>(string method, T parameters, JsonTypeInfo<T> json)
    {
        var response = new TaskCompletionSource<DaemonHeader>(TaskCreationOptions.RunContinuationsAsynchronously);
        _response = response;
        try
        {
            await SendAsync(Envelope.Request(RequestId.Of(++_requests), method, parameters, json)).ConfigureAwait(false);
            await Task.WhenAny(response.Task, Exited).ConfigureAwait(false);
            return response.Task.IsCompleted ? await response.Task.ConfigureAwait(false) : null;
        }
        finally
        {
            _response = null;
            _begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Asks it to end its job. When the task has completed, nothing more is sent for that.</summary>
    /// <param name="answered">Completes when the job has been answered.</param>
    public Task StopJobAsync(Task answered) => _link.StopJobAsync(SendAsync, IsInterruptibleAsync(answered));

    /// <summary>Watches its memory while it runs a job.</summary>
    public MemoryWatch Watch(MemoryLimit? limit, TimeProvider clock) => new(_link.Process, limit, EndOverLimit, clock);

    /// <summary>Ends the process at once.</summary>
    public void Kill(DaemonEnd reason = DaemonEnd.Died)
    {
        if (_link.Process.HasExited) return;
        End = reason;
        _link.Process.Kill(entireProcessTree: true);
    }

    public void Dispose()
    {
        _link.Dispose();
        _sending.Dispose();
        _gone.Dispose();
        _abandoned.Dispose();
    }

    async Task<bool> IsInterruptibleAsync(Task answered)
    {
        var begun = _begun.Task;
        await Task.WhenAny(begun, answered, Exited).ConfigureAwait(false);
        return begun.IsCompleted && !answered.IsCompleted;
    }

    void EndOverLimit()
    {
        LogOverLimit(_log, Id);
        Kill(DaemonEnd.OutOfMemory);
    }

    // A broken pipe means that the process is gone; its exit tells that better.
    async Task SendAsync(byte[] frame)
    {
        if (_streams is not { } streams) return;
        await _sending.WaitAsync().ConfigureAwait(false);
        try
        {
            await streams.Down.WriteAsync(frame).ConfigureAwait(false);
            await streams.Down.FlushAsync().ConfigureAwait(false);
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
        try
        {
            _streams = await _link.ConnectAsync(_gone.Token).ConfigureAwait(false);
            var pipe = PipeReader.Create(_streams.Up);
            while (true)
            {
                var read = await pipe.ReadAsync().AsTask().WaitAsync(_abandoned.Token).ConfigureAwait(false);
                var buffer = read.Buffer;
                while (frames.TryRead(ref buffer, out var frame)) Take(frame.Header);
                pipe.AdvanceTo(buffer.Start, buffer.End);
                if (read.IsCompleted) return;
            }
        }
        catch (OperationCanceledException)
        {
            // It ended before it was there, or somebody else keeps its connection open.
        }
        catch (IOException e) when (e.InnerException is SocketException)
        {
            // A process that is killed does not hang up.
            LogBrokenPipe(_log, Id, e.Message);
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
        else if (header.Event == DaemonMessages.Begun) _begun.TrySetResult();
        else if (header.Event == EventNames.JobProgress) Progress?.Invoke(JsonSerializer.SerializeToUtf8Bytes(header.Data, ProtocolJson.Default.JsonElement));
        else if (header.Ok is not null) _response?.TrySetResult(header);
    }

    async Task ReadOutputAsync(StreamReader printed, Action<string> log)
    {
        try
        {
            while (await printed.ReadLineAsync().WaitAsync(_abandoned.Token).ConfigureAwait(false) is { } line)
            {
                if (string.IsNullOrWhiteSpace(line)) continue;
                log(line);
                _output.Add(line);
            }
        }
        catch (OperationCanceledException)
        {
            // What is said there now is not the daemon's.
        }
    }

    async Task WaitForExitAsync()
    {
        await _link.Process.WaitForExitAsync().ConfigureAwait(false);
        await _gone.CancelAsync().ConfigureAwait(false);
        _abandoned.CancelAfter(OutputGrace);
        await _reading.ConfigureAwait(false);
        ExitCode = _link.Process.ExitCode;
        LogExited(_log, Id, ExitCode);
    }
}
