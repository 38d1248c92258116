using System.Buffers;
using System.Net.WebSockets;
using Rtemis.Protocol;
using Rtemis.Server.Metrics;

namespace Rtemis.Server.Transport;

/// <summary>
/// What waits to be sent to one client, and the only place that sends. Bounded by bytes: a client that does not read is given up, never waited for. Whoever
/// finds the line empty sends at once, as far as that takes no waiting; to end it all the socket is aborted and the box completed.
/// </summary>
sealed class Outbox(WebSocket socket, ServerMetrics metrics)
{
    const int PayloadChunk = 256 << 10;

    readonly Lock _lock = new();
    readonly Queue<OutboundFrame> _line = [];
    readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    long _waiting;
    bool _isSending;
    bool _isComplete;

    /// <summary>
    /// Completes when the box was completed and all that was in it is sent, or after the wish to close; fails when the connection does.
    /// </summary>
    public Task Sent => _sent.Task;

    /// <summary>Puts a frame in line; once the box is completed it is dropped instead. False when the client has left too much unread.</summary>
    public bool TryAdd(OutboundFrame frame)
    {
        lock (_lock)
        {
            var fits = _waiting + frame.Head.Length <= ProtocolLimits.OutboxBytes;
            if (_isComplete || !fits)
            {
                frame.Dispose();
                return fits;
            }
            _waiting += frame.Head.Length;
            _line.Enqueue(frame);
            if (_isSending) return true;
            _isSending = true;
        }
        _ = SendLineAsync();
        return true;
    }

    /// <summary>Lets nothing more in; what is in line is still sent.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _isComplete = true;
            if (!_isSending) _sent.TrySetResult();
        }
    }

    // Whatever ends it is told by Sent.
    async Task SendLineAsync()
    {
        try
        {
            while (TryTake(out var frame))
            {
                using (frame)
                {
                    if (frame.CloseStatus is { } status)
                    {
                        // Nothing may follow.
                        Complete();
                        Drop();
                        await socket.CloseOutputAsync(status, frame.CloseReason, CancellationToken.None).ConfigureAwait(false);
                        continue;
                    }
                    await SendAsync(frame).ConfigureAwait(false);
                    metrics.FrameSent(frame.Head.Length + (frame.Payload?.Length ?? 0));
                }
            }
        }
        catch (Exception e)
        {
            lock (_lock) _isComplete = true;
            Drop();
            _sent.TrySetException(e);
        }
    }

    bool TryTake(out OutboundFrame frame)
    {
        lock (_lock)
        {
            if (_line.TryDequeue(out frame))
            {
                _waiting -= frame.Head.Length;
                return true;
            }
            _isSending = false;
            if (_isComplete) _sent.TrySetResult();
            return false;
        }
    }

    void Drop()
    {
        lock (_lock)
            while (_line.TryDequeue(out var unsent)) unsent.Dispose();
    }

    // No call takes a token: it would cost memory for each frame.
    async ValueTask SendAsync(OutboundFrame frame)
    {
        await socket.SendAsync(frame.Head, WebSocketMessageType.Binary, frame.Payload is null, CancellationToken.None).ConfigureAwait(false);
        if (frame.Payload is not { } payload) return;

        var left = payload.Length;
        var chunk = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(left, 1, PayloadChunk));
        try
        {
            do
            {
                var read = left == 0 ? 0 : await payload.ReadAtLeastAsync(chunk, (int)Math.Min(left, chunk.Length)).ConfigureAwait(false);
                left -= read;
                await socket.SendAsync(chunk.AsMemory(0, read), WebSocketMessageType.Binary, left == 0, CancellationToken.None).ConfigureAwait(false);
            }
            while (left > 0);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
