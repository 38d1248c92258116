using System.Buffers.Binary;
using System.Text;

namespace Rtemis.Data.Arrow;

/// <summary>
/// A FlatBuffers table in untrusted bytes. Every position that the bytes name is checked to lie in them before it is used; a slot
/// that is absent reads as its default.
/// </summary>
readonly ref struct FlatTable
{
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly FlatBytes _bytes;
    readonly int _table;
    readonly int _tableLength;
    readonly int _vtable;
    readonly int _vtableLength;

    FlatTable(FlatBytes bytes, long position)
    {
        _bytes = bytes;
        _table = bytes.Check(position, sizeof(int));
        _vtable = bytes.Check((long)_table - BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[_table..]), 2 * sizeof(ushort));
        _vtableLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[_vtable..]);
        _tableLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[(_vtable + sizeof(ushort))..]);
        bytes.Check(_vtable, _vtableLength);
        bytes.Check(_table, _tableLength);
    }

    /// <summary>The table that a whole buffer's first word points to.</summary>
    /// <param name="span">The buffer.</param>
    /// <param name="origin">Where it lies in the input, for messages.</param>
    public static FlatTable Root(ReadOnlySpan<byte> span, long origin)
    {
        var bytes = new FlatBytes(span, origin);
        return new FlatTable(bytes, bytes.Follow(0));
    }

    public byte Byte(int slot) => Field(slot, sizeof(byte)) is var at and > 0 ? _bytes.Span[at] : (byte)0;

    public bool Bool(int slot) => Byte(slot) != 0;

    public short Int16(int slot, short absent = 0) =>
        Field(slot, sizeof(short)) is var at and > 0 ? BinaryPrimitives.ReadInt16LittleEndian(_bytes.Span[at..]) : absent;

    public int Int32(int slot, int absent = 0) =>
        Field(slot, sizeof(int)) is var at and > 0 ? BinaryPrimitives.ReadInt32LittleEndian(_bytes.Span[at..]) : absent;

    public long Int64(int slot) =>
        Field(slot, sizeof(long)) is var at and > 0 ? BinaryPrimitives.ReadInt64LittleEndian(_bytes.Span[at..]) : 0;

    /// <summary>Reads the table in <paramref name="slot"/>; false when there is none.</summary>
    public bool TryTable(int slot, out FlatTable table)
    {
        table = default;
        if (Field(slot, sizeof(uint)) is not (var at and > 0)) return false;
        table = new FlatTable(_bytes, _bytes.Follow(at));
        return true;
    }

    /// <summary>The vector in <paramref name="slot"/> with elements of <paramref name="elementSize"/> bytes; empty when there is none.</summary>
    public FlatVector Vector(int slot, int elementSize)
    {
        if (Field(slot, sizeof(uint)) is not (var at and > 0)) return default;
        var start = _bytes.Follow(at);
        _bytes.Check(start, sizeof(uint));
        var count = BinaryPrimitives.ReadUInt32LittleEndian(_bytes.Span[start..]);
        var first = _bytes.Check((long)start + sizeof(uint), count * (long)elementSize);
        return new FlatVector(_bytes, first, (int)count, elementSize);
    }

    /// <summary>The text in <paramref name="slot"/>, or null when there is none.</summary>
    public string? Text(int slot, ReadBudget budget)
    {
        if (Field(slot, sizeof(uint)) == 0) return null;
        var utf8 = Vector(slot, sizeof(byte)).Bytes;
        budget.Charge(ReadBudget.TextOverhead + sizeof(char) * (long)utf8.Length);
        try
        {
            return StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException e)
        {
            throw new ArrowFormatException("A name in the metadata is not valid UTF-8.", e);
        }
    }

    internal static FlatTable At(FlatBytes bytes, int reference) => new(bytes, bytes.Follow(reference));

    // The position of a slot's value, or 0 when it is absent; no value can be at 0, where the root's reference is.
    int Field(int slot, int size)
    {
        var entry = 2 * sizeof(ushort) + slot * sizeof(ushort);
        if (entry + sizeof(ushort) > _vtableLength) return 0;
        int offset = BinaryPrimitives.ReadUInt16LittleEndian(_bytes.Span[(_vtable + entry)..]);
        if (offset == 0) return 0;
        if (offset + size > _tableLength) _bytes.Refuse((long)_table + offset);
        return _table + offset;
    }
}
