using System.Numerics;
using System.Runtime.InteropServices;

namespace Rtemis.Data;

/// <summary>A window of bits over a byte buffer, least significant bit first, as Arrow packs them. It owns nothing.</summary>
public readonly struct BitView
{
    readonly ReadOnlyMemory<byte> _bytes;
    readonly int _offset;

    /// <summary>Takes <paramref name="length"/> bits of <paramref name="bytes"/>, starting at bit <paramref name="offset"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The buffer holds fewer bits than that.</exception>
    public BitView(ReadOnlyMemory<byte> bytes, int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)offset + length, bytes.Length * 8L);
        _bytes = bytes;
        _offset = offset;
        Length = length;
    }

    /// <summary>The number of bits in the window.</summary>
    public int Length { get; }

    /// <summary>The bit at <paramref name="index"/>, 0 to <see cref="Length"/> - 1.</summary>
    public bool this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Length);
            var bit = _offset + index;
            return (_bytes.Span[bit >> 3] & (1 << (bit & 7))) != 0;
        }
    }

    /// <summary>How many bits of the window are set.</summary>
    public int CountSet()
    {
        var source = _bytes.Span;
        var count = 0;
        var done = 0;
        if ((_offset & 7) == 0)
        {
            var words = MemoryMarshal.Cast<byte, ulong>(source.Slice(_offset >> 3, Length >> 3));
            foreach (var word in words) count += BitOperations.PopCount(word);
            done = words.Length * 64;
        }
        for (; done < Length; done += 8) count += BitOperations.PopCount((uint)Eight(source, done));
        return count;
    }

    /// <summary>Sets the bits of <paramref name="target"/>, all clear so far, from bit <paramref name="targetBit"/> on.</summary>
    internal void CopyTo(Span<byte> target, int targetBit)
    {
        var source = _bytes.Span;
        for (var done = 0; done < Length; done += 8)
        {
            var bits = Eight(source, done);
            var at = targetBit + done;
            target[at >> 3] |= (byte)(bits << (at & 7));
            if (bits >> (8 - (at & 7)) is var rest and > 0) target[(at >> 3) + 1] |= (byte)rest;
        }
    }

    // The eight bits from an index on, clear beyond the window.
    int Eight(ReadOnlySpan<byte> source, int index)
    {
        var from = _offset + index;
        var bits = source[from >> 3] >> (from & 7);
        if ((from & 7) > 0 && (from >> 3) + 1 < source.Length) bits |= source[(from >> 3) + 1] << (8 - (from & 7));
        return bits & (0xFF >> Math.Max(0, 8 - (Length - index)));
    }

    /// <summary>Packs <paramref name="length"/> bits that <paramref name="bit"/> gives into a new buffer.</summary>
    public static BitView Pack(int length, Func<int, bool> bit)
    {
        var bytes = new byte[(length + 7) / 8];
        for (var i = 0; i < length; i++)
            if (bit(i)) bytes[i >> 3] |= (byte)(1 << (i & 7));
        return new BitView(bytes, 0, length);
    }
}
