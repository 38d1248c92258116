using System.Net.WebSockets;

namespace Rtemis.Client;

/// <summary>Sends frames, one after the other.</summary>
/// <param name="socket">What they are sent over.</param>
sealed class FrameSender(ClientWebSocket socket)
{
    readonly SemaphoreSlim _turn = new(1);

    /// <summary>Sends a frame. Cancelling a send would cut the line: a frame that has begun goes on by itself when its caller has left.</summary>
    /// <exception cref="ConnectionLostException">The connection is lost.</exception>
    public async Task SendAsync(byte[] head, ReadOnlyMemory<byte>? payload, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        await SendWholeAsync(head, payload).WaitAsync(cancellation).ConfigureAwait(false);
    }

    async Task SendWholeAsync(byte[] head, ReadOnlyMemory<byte>? payload)
    {
        try
        {
            if (socket.State != WebSocketState.Open) throw new ConnectionLostException("The connection was lost.", null);
            await socket.SendAsync(head, WebSocketMessageType.Binary, payload is null, CancellationToken.None).ConfigureAwait(false);
            if (payload is { } bytes) await socket.SendAsync(bytes, WebSocketMessageType.Binary, true, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            throw new ConnectionLostException(e) { WasSent = true };
        }
        finally
        {
            _turn.Release();
        }
    }
}
