using System.Buffers;
using System.Buffers.Binary;

namespace Rtemis.Protocol;

/// <summary>
/// Cuts a byte stream into frames: <c>[u32 big-endian header length][header][payload]</c>. Keeps no bytes, only what it knows of the frame that is
/// not yet whole, so that a large payload's header is read once.
/// </summary>
/// <param name="maxFrame">The most bytes of a frame; may be lower than <see cref="ProtocolLimits.Frame"/>.</param>
/// <param name="maxDepth">The most levels of objects and arrays in a header.</param>
public sealed class FrameReader(int maxFrame = ProtocolLimits.Frame, int maxDepth = ProtocolLimits.HeaderDepth)
{
    const int LengthBytes = sizeof(uint);
    const int ShownBytes = 16;

    int _headerLength;
    long _payloadLength;
    bool _headerKnown;

    /// <summary>The most bytes of a frame from now on.</summary>
    public int MaxFrame { get; set; } = maxFrame;

    /// <summary>
    /// Takes one frame off the front of <paramref name="buffer"/>. False means that it is not whole yet: call again with the same start and more
    /// bytes. Nothing is copied but a header that lies in several segments.
    /// </summary>
    /// <exception cref="MalformedFrameException">The bytes are no frame; drop them.</exception>
    public bool TryRead(ref ReadOnlySequence<byte> buffer, out Frame frame)
    {
        frame = default;
        if (!_headerKnown && !TryReadHeader(buffer)) return false;

        var total = LengthBytes + _headerLength + Math.Max(0, _payloadLength);
        if (buffer.Length < total) return false;

        var header = buffer.Slice(LengthBytes, _headerLength);
        var payload = _payloadLength > 0 ? buffer.Slice(LengthBytes + _headerLength, _payloadLength) : ReadOnlySequence<byte>.Empty;
        frame = new Frame(Contiguous(header), _payloadLength >= 0, payload);
        buffer = buffer.Slice(total);
        Reset();
        return true;
    }

    /// <summary>Forgets the frame in progress, for a reader whose bytes were dropped.</summary>
    public void Reset() => _headerKnown = false;

    bool TryReadHeader(ReadOnlySequence<byte> buffer)
    {
        if (buffer.Length < LengthBytes) return false;
        Span<byte> length = stackalloc byte[LengthBytes];
        buffer.Slice(0, LengthBytes).CopyTo(length);
        var headerLength = BinaryPrimitives.ReadInt32BigEndian(length);
        if (headerLength is < 0 or > ProtocolLimits.Header)
            throw new MalformedFrameException($"header_len {headerLength} out of range (limit {ProtocolLimits.Header}). {Show(buffer)}");
        CheckTotal(headerLength, 0);
        if (buffer.Length < LengthBytes + headerLength) return false;

        var payloadLength = HeaderScan.PayloadLength(Contiguous(buffer.Slice(LengthBytes, headerLength)).Span, maxDepth);
        CheckTotal(headerLength, Math.Max(0, payloadLength));
        (_headerLength, _payloadLength, _headerKnown) = (headerLength, payloadLength, true);
        return true;
    }

    // The payload's length is anything that the peer wrote: it is not added to before it is known to be small.
    void CheckTotal(int headerLength, long payloadLength)
    {
        if (payloadLength > MaxFrame - LengthBytes - headerLength)
            throw new MalformedFrameException($"header of {headerLength} and payload of {payloadLength} bytes are over the limit of {MaxFrame} for a frame.") { IsOverLimit = true };
    }

    static ReadOnlyMemory<byte> Contiguous(ReadOnlySequence<byte> header) => header.IsSingleSegment ? header.First : header.ToArray();

    static string Show(ReadOnlySequence<byte> buffer)
    {
        var shown = buffer.Slice(0, Math.Min(buffer.Length, ShownBytes)).ToArray();
        return $"First {shown.Length} bytes: {string.Join(' ', shown.Select(b => b.ToString("x2", null)))}";
    }
}
