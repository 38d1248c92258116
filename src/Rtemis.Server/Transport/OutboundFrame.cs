using System.Net.WebSockets;
using Rtemis.Protocol;

namespace Rtemis.Server.Transport;

/// <summary>A frame that waits to be sent, or the wish to close once all before it is sent. Whoever has it last disposes it, once.</summary>
readonly struct OutboundFrame : IDisposable
{
    readonly RentedFrame? _rented;

    /// <summary>A frame without a payload, or with one that is read from <paramref name="payload"/> when its turn comes.</summary>
    public OutboundFrame(byte[] head, Stream? payload = null)
    {
        Head = head;
        Payload = payload;
    }

    /// <summary>A frame without a payload that is given back when it was sent.</summary>
    public OutboundFrame(RentedFrame frame)
    {
        Head = frame.Memory;
        _rented = frame;
    }

    OutboundFrame(WebSocketCloseStatus status, string reason)
    {
        CloseStatus = status;
        CloseReason = reason;
    }

    /// <summary>Length field and header.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>The payload, or null.</summary>
    public Stream? Payload { get; }

    /// <summary>Set where this is no frame but the end of the connection.</summary>
    public WebSocketCloseStatus? CloseStatus { get; }

    /// <summary>What the peer is told at the end.</summary>
    public string? CloseReason { get; }

    public static OutboundFrame Close(WebSocketCloseStatus status, string reason) => new(status, reason);

    public void Dispose()
    {
        Payload?.Dispose();
        _rented?.Return();
    }
}
