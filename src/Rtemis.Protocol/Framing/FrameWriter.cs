using System.Buffers.Binary;

namespace Rtemis.Protocol;

/// <summary>Puts the length in front of a header. The payload, where there is one, follows as it is.</summary>
public static class FrameWriter
{
    /// <summary>The bytes of a frame up to its payload.</summary>
    /// <exception cref="ProtocolException">The header is over <see cref="ProtocolLimits.Header"/> bytes.</exception>
    public static byte[] Prefix(ReadOnlySpan<byte> header)
    {
        if (header.Length > ProtocolLimits.Header)
            throw new ProtocolException(ErrorCodes.TooMany, $"The answer has {header.Length} bytes, more than the {ProtocolLimits.Header} of a header.");
        var bytes = new byte[sizeof(uint) + header.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, header.Length);
        header.CopyTo(bytes.AsSpan(sizeof(uint)));
        return bytes;
    }
}
