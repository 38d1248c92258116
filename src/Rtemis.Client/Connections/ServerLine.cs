using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client;

/// <summary>A connection that is made again when it is lost, and the calls over it.</summary>
sealed class ServerLine : IAsyncDisposable
{
    readonly Lock _lock = new();
    readonly LineDialer _dialer;
    readonly Reconnector _reconnector;
    readonly CancellationTokenSource _closing = new();
    readonly Task _keeping;
    TaskCompletionSource<Connection> _current = NewSource();
    int _disposed;

    /// <param name="dialer">Makes connections.</param>
    /// <param name="first">The first one, attached already.</param>
    /// <param name="sink">Takes the events.</param>
    /// <param name="attach">What is to be done over each further connection before anything else.</param>
    public ServerLine(LineDialer dialer, Connection first, Action<ServerEvent> sink, Func<Connection, CancellationToken, Task> attach)
    {
        _dialer = dialer;
        _reconnector = new Reconnector(dialer, sink, attach);
        Connection = first;
        Server = first.Ready.Result;
        _current.SetResult(first);
        _keeping = KeepAsync(first);
    }

    /// <summary>Raised when the connection came or went; in order, and by one thread at a time.</summary>
    public event Action<ConnectionStateChangedEventArgs>? StateChanged;

    public ConnectionState State { get; private set; }

    /// <summary>The latest connection.</summary>
    public Connection Connection { get; private set; }

    /// <summary>What the server last said of itself.</summary>
    public ReadyData Server { get; private set; }

    /// <summary>Makes connections to the same server.</summary>
    public LineDialer Dialer => _dialer;

    /// <summary>Calls a method and reads its result.</summary>
    /// <inheritdoc cref="CallAsync{T}(string, T, JsonTypeInfo{T}, ReadOnlyMemory{byte}?, CancellationToken, TimeSpan?)"/>
    public async Task<TResult> CallAsync<T, TResult>(
        string method, T parameters, JsonTypeInfo<T> type, JsonTypeInfo<TResult> resultType, CancellationToken cancellation,
        ReadOnlyMemory<byte>? payload = null, TimeSpan? patience = null) =>
        (await CallAsync(method, parameters, type, payload, cancellation, patience).ConfigureAwait(false)).Result.Deserialize(resultType)!;

    /// <summary>Calls a method without parameters and reads its result.</summary>
    /// <inheritdoc cref="CallAsync{T}(string, T, JsonTypeInfo{T}, ReadOnlyMemory{byte}?, CancellationToken, TimeSpan?)"/>
    public Task<TResult> CallAsync<TResult>(string method, JsonTypeInfo<TResult> resultType, CancellationToken cancellation) =>
        CallAsync(method, JsonSerializer.SerializeToElement<JsonElement?>(null), ProtocolJson.Default.JsonElement, resultType, cancellation);

    /// <summary>Calls a method; while there is no connection it waits for the next.</summary>
    /// <exception cref="ServerErrorException">The server answered with an error.</exception>
    /// <exception cref="ConnectionLostException">The connection is gone for good, or was lost before the answer to what must not be asked twice.</exception>
    public async Task<Response> CallAsync<T>(
        string method, T parameters, JsonTypeInfo<T> type, ReadOnlyMemory<byte>? payload, CancellationToken cancellation, TimeSpan? patience = null)
    {
        while (true)
        {
            var connection = await CurrentAsync(cancellation).ConfigureAwait(false);
            try
            {
                return await connection.CallWithinAsync(patience ?? _dialer.Options.AnswerTimeout, method, parameters, type, payload, cancellation).ConfigureAwait(false);
            }
            catch (ConnectionLostException e) when (!e.WasSent || RepeatableMethods.Contains(method))
            {
                Forget(connection);
            }
        }
    }

    /// <summary>Lets go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        await _closing.CancelAsync().ConfigureAwait(false);
        await Connection.DisposeAsync().ConfigureAwait(false);
        await _keeping.ConfigureAwait(false);
        _closing.Dispose();
    }

    /// <summary>What those are told who wait when a client or session is let go.</summary>
    public static ObjectDisposedException LetGo() => new(null, "The client or session was let go.");

    static TaskCompletionSource<Connection> NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    Task<Connection> CurrentAsync(CancellationToken cancellation)
    {
        lock (_lock) return _current.Task.WaitAsync(cancellation);
    }

    // From now on calls wait for the next connection. Whoever notices the loss first does it.
    void Forget(Connection lost)
    {
        lock (_lock)
            if (_current.Task.IsCompletedSuccessfully && _current.Task.Result == lost) _current = NewSource();
    }

    async Task KeepAsync(Connection connection)
    {
        try
        {
            while (true)
            {
                await connection.Ended.ConfigureAwait(false);
                Forget(connection);
                await connection.DisposeAsync().ConfigureAwait(false);
                if (_closing.IsCancellationRequested) break;
                Tell(ConnectionState.Reconnecting, connection.Lost, restarted: false);
                connection = await _reconnector.AgainAsync(connection.Lost!, _closing.Token).ConfigureAwait(false);
                var restarted = connection.Ready.Result.Instance != Server.Instance;
                (Connection, Server) = (connection, connection.Ready.Result);
                // It may have been let go of meanwhile, and would not be the one that was said good-bye to.
                if (_closing.IsCancellationRequested) await connection.DisposeAsync().ConfigureAwait(false);
                lock (_lock) _current.SetResult(connection);
                Tell(ConnectionState.Connected, null, restarted);
            }
            End(ConnectionState.Closed, null);
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            End(ConnectionState.Closed, null);
        }
        catch (Exception e)
        {
            // Whatever it was, those who wait are told.
            End(ConnectionState.Lost, e as ConnectionLostException ?? new ConnectionLostException($"The connection is lost for good. {e.Message}", e));
        }
    }

    void End(ConnectionState state, Exception? reason)
    {
        lock (_lock)
        {
            if (_current.Task.IsCompleted) _current = NewSource();
            _current.SetException(reason ?? LetGo());
        }
        Tell(state, reason, restarted: false);
    }

    void Tell(ConnectionState state, Exception? reason, bool restarted)
    {
        State = state;
        StateChanged?.Invoke(new ConnectionStateChangedEventArgs(state, reason, restarted));
    }
}
