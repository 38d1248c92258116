using System.Buffers.Binary;

namespace Rtemis.Data.Arrow;

/// <summary>A vector of a FlatBuffers message, already checked to lie inside of it.</summary>
readonly ref struct FlatVector
{
    readonly FlatBytes _bytes;
    readonly int _first;
    readonly int _elementSize;

    public FlatVector(FlatBytes bytes, int first, int count, int elementSize)
    {
        _bytes = bytes;
        _first = first;
        Count = count;
        _elementSize = elementSize;
    }

    public int Count { get; }

    public ReadOnlySpan<byte> Bytes => _bytes.Span.Slice(_first, Count * _elementSize);

    /// <summary>The table that element <paramref name="index"/> refers to.</summary>
    public FlatTable Table(int index) => FlatTable.At(_bytes, _first + index * _elementSize);

    /// <summary>Word <paramref name="word"/> of element <paramref name="index"/>, each word a 64-bit number.</summary>
    public long Int64(int index, int word = 0) =>
        BinaryPrimitives.ReadInt64LittleEndian(Bytes.Slice(index * _elementSize + word * sizeof(long), sizeof(long)));
}
