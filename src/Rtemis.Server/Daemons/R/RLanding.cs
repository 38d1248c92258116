using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Rtemis.Server.Daemons.R;

/// <summary>
/// Where R processes call back: a listener on loopback. Whoever calls shows the secret that the process was started with, once; others are turned away.
/// </summary>
sealed class RLanding : IDisposable
{
    const int SecretBytes = 32;
    const int SecretLength = 2 * SecretBytes;
    const int MostStrangers = 16;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly Lock _lock = new();
    readonly Dictionary<string, TaskCompletionSource<Stream>> _expected = [];
    readonly SemaphoreSlim _strangers = new(MostStrangers);
    readonly CancellationTokenSource _closing = new();
    TcpListener? _listener;

    /// <summary>The port, on 127.0.0.1.</summary>
    public int Port
    {
        get
        {
            lock (_lock)
            {
                if (_listener is null)
                {
                    _listener = new TcpListener(IPAddress.Loopback, 0);
                    _listener.Start();
                    _ = AcceptAsync(_listener);
                }
                return ((IPEndPoint)_listener.LocalEndpoint).Port;
            }
        }
    }

    /// <summary>A secret for one process that is about to be started, and its connection when it calls.</summary>
    public (string Secret, Task<Stream> Connection) Expect()
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        var connection = new TaskCompletionSource<Stream>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock) _expected.Add(secret, connection);
        return (secret, connection.Task);
    }

    /// <summary>The process is gone: nobody comes with its secret any more.</summary>
    public void Forget(string secret)
    {
        lock (_lock) _expected.Remove(secret);
    }

    public void Dispose()
    {
        _closing.Cancel();
        lock (_lock) _listener?.Dispose();
        _closing.Dispose();
        _strangers.Dispose();
    }

    async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                await _strangers.WaitAsync(_closing.Token).ConfigureAwait(false);
                _ = GreetAsync(await listener.AcceptTcpClientAsync(_closing.Token).ConfigureAwait(false));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The server stops.
        }
    }

    async Task GreetAsync(TcpClient caller)
    {
        try
        {
            caller.NoDelay = true;
            var shown = new byte[SecretLength];
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
            patience.CancelAfter(Patience);
            await caller.GetStream().ReadExactlyAsync(shown, patience.Token).ConfigureAwait(false);
            if (Take(shown)?.TrySetResult(caller.GetStream()) != true) caller.Dispose();
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            caller.Dispose();
        }
        finally
        {
            if (!_closing.IsCancellationRequested) _strangers.Release();
        }
    }

    // All are looked at, each in the same time, whichever it is.
    TaskCompletionSource<Stream>? Take(byte[] shown)
    {
        lock (_lock)
        {
            string? found = null;
            foreach (var secret in _expected.Keys)
                if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(secret), shown)) found = secret;
            return found is not null && _expected.Remove(found, out var connection) ? connection : null;
        }
    }
}
