using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace Rtemis.Server.Transport;

/// <summary>All connections, so that a stopping server can tell them and wait for them.</summary>
sealed class ConnectionRegistry(TimeProvider clock) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    readonly ConcurrentDictionary<WebSocketConnection, Task> _running = [];
    readonly CancellationTokenSource _stopNow = new();

    /// <summary>How many there are.</summary>
    public int Count => _running.Count;

    /// <summary>Ends every connection at once.</summary>
    public CancellationToken StopNow => _stopNow.Token;

    /// <summary>Serves a connection to its end.</summary>
    public async Task RunAsync(WebSocketConnection connection)
    {
        var run = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[connection] = run.Task;
        try
        {
            await connection.RunAsync().ConfigureAwait(false);
        }
        finally
        {
            _running.TryRemove(connection, out _);
            run.SetResult();
        }
    }

    /// <summary>Says good-bye to every client (1001), gives them a moment, and ends what is left.</summary>
    public async Task StopAsync()
    {
        var left = _running.ToArray();
        foreach (var (connection, _) in left) connection.Close(WebSocketCloseStatus.EndpointUnavailable, "The server is stopping.");
        var all = Task.WhenAll(left.Select(c => c.Value));
        try
        {
            await all.WaitAsync(Patience, clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await _stopNow.CancelAsync().ConfigureAwait(false);
            await all.ConfigureAwait(false);
        }
    }

    public void Dispose() => _stopNow.Dispose();
}
