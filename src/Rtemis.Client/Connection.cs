using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Rtemis.Protocol;

namespace Rtemis.Client;

/// <summary>A connection to a server: requests with their answers, and the events that come in between. Safe for use by several threads.</summary>
public sealed class Connection : IAsyncDisposable
{
    const int ReceiveSize = 64 << 10;

    readonly ClientWebSocket _socket;
    readonly ClientOptions _options;
    readonly ConcurrentDictionary<long, TaskCompletionSource<Response>> _pending = [];
    readonly Channel<ServerEvent> _events = Channel.CreateUnbounded<ServerEvent>();
    readonly SemaphoreSlim _sending = new(1);
    readonly CancellationTokenSource _closing = new();
    readonly Task _receiving;
    Exception? _lost;
    int _disposed;
    long _lastId;

    Connection(ClientWebSocket socket, ClientOptions options)
    {
        _socket = socket;
        _options = options;
        _receiving = ReceiveLoopAsync();
    }

    /// <summary>The events, in order; ends with the connection. One reader at a time.</summary>
    public IAsyncEnumerable<ServerEvent> Events => _events.Reader.ReadAllAsync();

    /// <summary>Completes when the connection has ended; never fails.</summary>
    public Task Ended => _receiving;

    /// <summary>What the server closed the connection with, or null.</summary>
    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    /// <summary>Connects; shows no token yet.</summary>
    /// <exception cref="WebSocketException">The server is not there, or refuses the origin.</exception>
    public static async Task<Connection> OpenAsync(Uri server, ClientOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new ClientOptions();
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", options.Origin);
        try
        {
            if (options.Dial is { } dial) await ConnectAsync(socket, server, dial, cancellation).ConfigureAwait(false);
            else await socket.ConnectAsync(server, cancellation).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
        return new Connection(socket, options);
    }

    /// <summary>Calls a method.</summary>
    /// <exception cref="ServerErrorException">The server answered with an error.</exception>
    /// <exception cref="ConnectionLostException">The connection ended before the answer came.</exception>
    /// <exception cref="TimeoutException">No answer came in time.</exception>
    public async Task<Response> CallAsync<T>(
        string method, T parameters, JsonTypeInfo<T> type, ReadOnlyMemory<byte>? payload = null, CancellationToken cancellation = default)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<Response>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[id] = answer;
        try
        {
            if (_lost is { } lost) throw lost;
            PayloadInfo? info = payload is { } bytes ? new(PayloadInfo.ArrowIpc, bytes.Length) : null;
            await SendAsync(Envelope.Request(RequestId.Of(id), method, parameters, type, info), payload, cancellation).ConfigureAwait(false);
            return await answer.Task.WaitAsync(_options.AnswerTimeout, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _pending.TryRemove(id, out _);
        }
    }

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
        _sending.Dispose();
    }

    static async Task ConnectAsync(ClientWebSocket socket, Uri server, Func<CancellationToken, ValueTask<Stream>> dial, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler { ConnectCallback = (_, stop) => dial(stop) };
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        await socket.ConnectAsync(server, invoker, cancellation).ConfigureAwait(false);
    }

    async Task SendAsync(byte[] head, ReadOnlyMemory<byte>? payload, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await _socket.SendAsync(head, WebSocketMessageType.Binary, payload is null, cancellation).ConfigureAwait(false);
            if (payload is { } bytes) await _socket.SendAsync(bytes, WebSocketMessageType.Binary, true, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
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
                while (frames.TryRead(ref buffer, out var frame)) Take(frame);
                pipe.Reader.AdvanceTo(buffer.Start, buffer.End);
            }
            if (_socket.State == WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", _closing.Token).ConfigureAwait(false);
            End(new ConnectionLostException(_socket.CloseStatus, _socket.CloseStatusDescription));
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or MalformedFrameException or IOException or ObjectDisposedException)
        {
            End(new ConnectionLostException(e));
        }
    }

    void End(Exception reason)
    {
        _lost = reason;
        _events.Writer.TryComplete();
        foreach (var id in _pending.Keys)
            if (_pending.TryRemove(id, out var answer)) answer.TrySetException(reason);
    }

    void Take(Frame frame)
    {
        using var document = JsonDocument.Parse(frame.Header);
        var header = document.RootElement;
        if (header.TryGetProperty("event", out var name))
        {
            var seq = header.TryGetProperty("seq", out var number) ? number.GetInt64() : (long?)null;
            _events.Writer.TryWrite(new ServerEvent(name.GetString()!, seq, header.GetProperty("data").Clone()));
            return;
        }
        var id = header.GetProperty("id");
        if (id.ValueKind != JsonValueKind.Number || !_pending.TryRemove(id.GetInt64(), out var answer)) return;
        if (header.GetProperty("ok").GetBoolean())
        {
            // A null array would become memory of no bytes.
            ReadOnlyMemory<byte>? payload = frame.HasPayload ? BuffersExtensions.ToArray(frame.Payload) : default(ReadOnlyMemory<byte>?);
            answer.TrySetResult(new Response(header.GetProperty("result").Clone(), payload));
        }
        else
            answer.TrySetException(new ServerErrorException(header.GetProperty("error").Deserialize(ProtocolJson.Default.ErrorBody)!));
    }
}
