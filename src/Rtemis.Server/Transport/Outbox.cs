using System.Buffers;
using System.Net.WebSockets;
using System.Threading.Channels;
using Rtemis.Protocol;
using Rtemis.Server.Metrics;

namespace Rtemis.Server.Transport;

/// <summary>
/// What waits to be sent to one client, and the only place that sends. Bounded by bytes: a client that does not read is given up, never waited for.
/// </summary>
sealed class Outbox(WebSocket socket, ServerMetrics metrics)
{
    const int PayloadChunk = 256 << 10;

    readonly Channel<OutboundFrame> _frames = Channel.CreateUnbounded<OutboundFrame>(new UnboundedChannelOptions { SingleReader = true });
    long _waiting;

    /// <summary>Puts a frame in line; once the box is completed it is dropped instead. False when the client has left too much unread.</summary>
    public bool TryAdd(OutboundFrame frame)
    {
        var fits = Interlocked.Add(ref _waiting, frame.Head.Length) <= ProtocolLimits.OutboxBytes;
        if (!fits || !_frames.Writer.TryWrite(frame)) frame.Dispose();
        return fits;
    }

    /// <summary>Lets nothing more in; what is in line is still sent.</summary>
    public void Complete() => _frames.Writer.TryComplete();

    /// <summary>Sends what comes, in order, until the box is completed, the connection ends, or the wish to close comes up.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var frame in _frames.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                using (frame)
                {
                    if (frame.CloseStatus is { } status)
                    {
                        await socket.CloseOutputAsync(status, frame.CloseReason, cancellation).ConfigureAwait(false);
                        return;
                    }
                    await SendAsync(frame, cancellation).ConfigureAwait(false);
                    metrics.FrameSent(frame.Head.Length + (frame.Payload?.Length ?? 0));
                }
            }
        }
        finally
        {
            Complete();
            while (_frames.Reader.TryRead(out var unsent)) unsent.Dispose();
        }
    }

    async Task SendAsync(OutboundFrame frame, CancellationToken cancellation)
    {
        await socket.SendAsync(frame.Head, WebSocketMessageType.Binary, frame.Payload is null, cancellation).ConfigureAwait(false);
        Interlocked.Add(ref _waiting, -frame.Head.Length);
        if (frame.Payload is not { } payload) return;

        var left = payload.Length;
        var chunk = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(left, 1, PayloadChunk));
        try
        {
            do
            {
                var read = left == 0 ? 0 : await payload.ReadAtLeastAsync(chunk, (int)Math.Min(left, chunk.Length), cancellationToken: cancellation).ConfigureAwait(false);
                left -= read;
                await socket.SendAsync(chunk.AsMemory(0, read), WebSocketMessageType.Binary, left == 0, cancellation).ConfigureAwait(false);
            }
            while (left > 0);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
