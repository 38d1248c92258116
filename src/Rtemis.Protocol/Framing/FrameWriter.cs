using System.Buffers;
using System.Buffers.Binary;

namespace Rtemis.Protocol;

/// <summary>Puts the length in front of a header. The payload, where there is one, follows as it is.</summary>
public static class FrameWriter
{
    /// <summary>The bytes of a frame up to its payload.</summary>
    /// <exception cref="ProtocolException">The header is over <see cref="ProtocolLimits.Header"/> bytes.</exception>
    public static byte[] Prefix(ReadOnlySpan<byte> header)
    {
        var bytes = new byte[LengthWith(header)];
        Write(header, bytes);
        return bytes;
    }

    /// <summary>The same in a rented array.</summary>
    /// <exception cref="ProtocolException">The header is over <see cref="ProtocolLimits.Header"/> bytes.</exception>
    public static RentedFrame Rent(ReadOnlySpan<byte> header)
    {
        var length = LengthWith(header);
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        Write(header, bytes);
        return new(bytes, length);
    }

    static int LengthWith(ReadOnlySpan<byte> header) => header.Length <= ProtocolLimits.Header
        ? sizeof(uint) + header.Length
        : throw new ProtocolException(ErrorCodes.TooMany, $"The answer has {header.Length} bytes, more than the {ProtocolLimits.Header} of a header.");

    static void Write(ReadOnlySpan<byte> header, Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes, header.Length);
        header.CopyTo(bytes[sizeof(uint)..]);
    }
}
