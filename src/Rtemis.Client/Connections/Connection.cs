using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client;

/// <summary>
/// A connection to a server: requests with their answers, and the events that come in between. Safe for use by several threads. It is the protocol as it is:
/// a lost one stays lost, and who opens one reads its events, which are kept until then. <see cref="RtemisClient"/> is what a program usually wants.
/// </summary>
public sealed class Connection : IAsyncDisposable
{
    const int ReceiveSize = 64 << 10;

    readonly ClientWebSocket _socket;
    readonly ClientOptions _options;
    readonly Action<ServerEvent>? _sink;
    readonly ConcurrentDictionary<long, TaskCompletionSource<Response>> _pending = [];
    readonly Channel<ServerEvent> _events = Channel.CreateUnbounded<ServerEvent>();
    readonly TaskCompletionSource<ReadyData> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly FrameSender _sender;
    readonly CancellationTokenSource _closing = new();
    readonly Task _receiving;
    ConnectionLostException? _lost;
    int _disposed;
    long _lastId;

    Connection(ClientWebSocket socket, ClientOptions options, Action<ServerEvent>? sink)
    {
        _socket = socket;
        _options = options;
        _sink = sink;
        _sender = new FrameSender(socket);
        _receiving = ReceiveLoopAsync();
    }

    /// <summary>The events, in order; ends with the connection. One reader at a time. Of a session's connection: none, they are its jobs'.</summary>
    public IAsyncEnumerable<ServerEvent> Events => _events.Reader.ReadAllAsync();

    /// <summary>What the server says of itself when it has taken the connection; fails with the connection.</summary>
    public Task<ReadyData> Ready => _ready.Task;

    /// <summary>Completes when the connection has ended; never fails.</summary>
    public Task Ended => _receiving;

    /// <summary>What the server closed the connection with, or null.</summary>
    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    /// <summary>Why it ended; null before.</summary>
    internal ConnectionLostException? Lost => _lost;

    /// <summary>Connects; shows no token yet.</summary>
    /// <exception cref="ConnectFailedException">The server is not there, or refuses the origin.</exception>
    public static Task<Connection> OpenAsync(Uri server, ClientOptions? options = null, CancellationToken cancellation = default) =>
        OpenAsync(server, options ?? new ClientOptions(), null, cancellation);

    /// <summary>The same for one whose events go to <paramref name="sink"/>, each before whatever comes after it; it must be quick.</summary>
    internal static async Task<Connection> OpenAsync(Uri server, ClientOptions options, Action<ServerEvent>? sink, CancellationToken cancellation) =>
        new(await SocketDialer.ConnectAsync(server, options, cancellation).ConfigureAwait(false), options, sink);

    /// <summary>Calls a method. A payload must stay as it is until it has been sent, even if the caller has left meanwhile.</summary>
    /// <exception cref="ServerErrorException">The server answered with an error.</exception>
    /// <exception cref="ConnectionLostException">The connection ended before the answer came.</exception>
    /// <exception cref="TimeoutException">No answer came in time.</exception>
    public Task<Response> CallAsync<T>(
        string method, T parameters, JsonTypeInfo<T> type, ReadOnlyMemory<byte>? payload = null, CancellationToken cancellation = default) =>
        CallWithinAsync(_options.AnswerTimeout, method, parameters, type, payload, cancellation);

    /// <summary>Calls a method with JSON as it is; null for no parameters.</summary>
    /// <inheritdoc cref="CallAsync{T}"/>
    public Task<Response> CallAsync(string method, JsonElement? parameters = null, ReadOnlyMemory<byte>? payload = null, CancellationToken cancellation = default) =>
        CallAsync(method, parameters ?? JsonSerializer.SerializeToElement<JsonElement?>(null), ProtocolJson.Default.JsonElement, payload, cancellation);

    /// <summary>Calls a method and reads its result.</summary>
    /// <inheritdoc cref="CallAsync{T}"/>
    public async Task<TResult> CallAsync<T, TResult>(
        string method, T parameters, JsonTypeInfo<T> type, JsonTypeInfo<TResult> resultType, ReadOnlyMemory<byte>? payload = null,
        CancellationToken cancellation = default) =>
        (await CallAsync(method, parameters, type, payload, cancellation).ConfigureAwait(false)).Result.Deserialize(resultType)!;

    /// <summary>The same with a time of its own for the answer.</summary>
    internal async Task<Response> CallWithinAsync<T>(
        TimeSpan patience, string method, T parameters, JsonTypeInfo<T> type, ReadOnlyMemory<byte>? payload, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<Response>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[id] = answer;
        try
        {
            if (_lost is { } lost) throw lost.ForRequest(wasSent: false);
            PayloadInfo? info = payload is { } bytes ? new(PayloadInfo.ArrowIpc, bytes.Length) : null;
            await _sender.SendAsync(Envelope.Request(RequestId.Of(id), method, parameters, type, info), payload, cancellation).ConfigureAwait(false);
            return await answer.Task.WaitAsync(patience, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _pending.TryRemove(id, out _);
        }
    }

    /// <summary>Drops the connection without a word, as a cut line does; what waits for answers is told that it is lost.</summary>
    public void Abort() => _socket.Abort();

    /// <summary>Says good-bye and lets go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            try
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", patience.Token).ConfigureAwait(false);
                await _receiving.WaitAsync(patience.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException)
            {
                // The other end is gone or does not care: there is nothing left to say.
            }
        }
        await _closing.CancelAsync().ConfigureAwait(false);
        await _receiving.ConfigureAwait(false);
        _socket.Dispose();
        _closing.Dispose();
    }

    async Task ReceiveLoopAsync()
    {
        var frames = new FrameReader();
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(pipe.Writer.GetMemory(ReceiveSize), _closing.Token).ConfigureAwait(false);
                if (received.MessageType == WebSocketMessageType.Close) break;
                if (received.Count == 0) continue;
                pipe.Writer.Advance(received.Count);
                await pipe.Writer.FlushAsync().ConfigureAwait(false);
                var read = await pipe.Reader.ReadAsync().ConfigureAwait(false);
                var buffer = read.Buffer;
                while (frames.TryRead(ref buffer, out var frame)) Take(ServerMessage.Read(frame));
                pipe.Reader.AdvanceTo(buffer.Start, buffer.End);
            }
            if (_socket.State == WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", _closing.Token).ConfigureAwait(false);
            End(new ConnectionLostException(_socket.CloseStatus, _socket.CloseStatusDescription));
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or MalformedFrameException or IOException or ObjectDisposedException)
        {
            _socket.Abort();
            End(new ConnectionLostException(e));
        }
    }

    void End(ConnectionLostException reason)
    {
        _lost = reason;
        _events.Writer.TryComplete();
        _ready.TrySetException(reason);
        foreach (var id in _pending.Keys)
            if (_pending.TryRemove(id, out var answer)) answer.TrySetException(reason.ForRequest(wasSent: true));
    }

    void Take(ServerMessage? message)
    {
        switch (message)
        {
            case ServerMessage.Told { Event: var happened }:
                if (happened.Name == EventNames.Ready) _ready.TrySetResult(happened.Read(ProtocolJson.Default.ReadyData));
                if (_sink is { } sink) sink(happened);
                else _events.Writer.TryWrite(happened);
                break;
            case ServerMessage.Answered { Id: var id, Response: var response }:
                if (_pending.TryRemove(id, out var waiting)) waiting.TrySetResult(response);
                break;
            case ServerMessage.Refused { Id: var id, Error: var error }:
                if (_pending.TryRemove(id, out waiting)) waiting.TrySetException(new ServerErrorException(error));
                break;
        }
    }
}
