using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;

namespace Rtemis.Load.Wire;

/// <summary>Client messages as they go onto the socket: made, masked and framed before the clock starts.</summary>
static class ClientMessages
{
    const byte FinalBinary = 0x82;
    const byte Masked = 0x80;
    static readonly byte[] Mask = [0x5a, 0x3c, 0x91, 0xe7];

    public static byte[] Ping { get; } = Request("ping", "{}");

    /// <summary>A request with or without a payload.</summary>
    public static byte[] Request(string method, string parameters, ReadOnlySpan<byte> payload = default)
    {
        var announced = payload.IsEmpty ? "" : $$""","payload":{"format":"arrow-ipc","bytes":{{payload.Length}}}""";
        var header = Encoding.UTF8.GetBytes($$"""{"v":1,"id":1,"method":"{{method}}","params":{{parameters}}{{announced}}}""");
        return Message(header, payload);
    }

    /// <summary>The same message several times in a row, for one write.</summary>
    public static byte[] Repeat(byte[] message, int times) => [.. Enumerable.Repeat(message, times).SelectMany(m => m)];

    static byte[] Message(byte[] header, ReadOnlySpan<byte> payload)
    {
        var length = sizeof(uint) + header.Length + payload.Length;
        var lengthBytes = length < 126 ? 0 : length <= ushort.MaxValue ? 2 : 8;
        var bytes = new byte[2 + lengthBytes + Mask.Length + length];
        bytes[0] = FinalBinary;
        bytes[1] = (byte)(Masked | (lengthBytes == 0 ? length : lengthBytes == 2 ? 126 : 127));
        if (lengthBytes == 2) BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), (ushort)length);
        if (lengthBytes == 8) BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(2), length);
        Mask.CopyTo(bytes, 2 + lengthBytes);
        var body = bytes.AsSpan(2 + lengthBytes + Mask.Length);
        BinaryPrimitives.WriteInt32BigEndian(body, header.Length);
        header.CopyTo(body[sizeof(uint)..]);
        payload.CopyTo(body[(sizeof(uint) + header.Length)..]);
        Apply(Mask, body);
        return bytes;
    }

    static void Apply(byte[] mask, Span<byte> body)
    {
        var words = MemoryMarshal.Cast<byte, uint>(body);
        var word = MemoryMarshal.Read<uint>(mask);
        TensorPrimitives.Xor(words, word, words);
        for (var i = words.Length * sizeof(uint); i < body.Length; i++) body[i] ^= mask[i & 3];
    }
}
