using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Rtemis.Protocol.Tests;

/// <summary>Frames written by hand, so that reader and writer are not tested against each other alone.</summary>
static class Bytes
{
    public static byte[] Frame(string header, byte[]? payload = null)
    {
        var json = Encoding.UTF8.GetBytes(header);
        var bytes = new byte[4 + json.Length + (payload?.Length ?? 0)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)json.Length);
        json.CopyTo(bytes, 4);
        payload?.CopyTo(bytes, 4 + json.Length);
        return bytes;
    }

    /// <summary>The bytes in blocks of a given size, as a socket may deliver them.</summary>
    public static ReadOnlySequence<byte> InBlocks(byte[] bytes, int size)
    {
        Block? first = null, last = null;
        for (var start = 0; start < bytes.Length; start += size)
        {
            var block = new Block(bytes.AsMemory(start, Math.Min(size, bytes.Length - start)), last);
            first ??= block;
            last = block;
        }
        return first is null ? ReadOnlySequence<byte>.Empty : new ReadOnlySequence<byte>(first, 0, last!, last!.Memory.Length);
    }

    sealed class Block : ReadOnlySequenceSegment<byte>
    {
        public Block(ReadOnlyMemory<byte> memory, Block? previous)
        {
            Memory = memory;
            if (previous is null) return;
            RunningIndex = previous.RunningIndex + previous.Memory.Length;
            previous.Next = this;
        }
    }
}
