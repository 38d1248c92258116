using System.Numerics;

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
        var bytes = _bytes.Span;
        var count = 0;
        var bit = _offset;
        var end = _offset + Length;
        for (; bit < end && (bit & 7) != 0; bit++) count += bytes[bit >> 3] >> (bit & 7) & 1;
        for (; bit + 8 <= end; bit += 8) count += BitOperations.PopCount(bytes[bit >> 3]);
        for (; bit < end; bit++) count += bytes[bit >> 3] >> (bit & 7) & 1;
        return count;
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
