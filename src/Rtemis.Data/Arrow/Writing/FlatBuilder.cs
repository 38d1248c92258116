using System.Buffers.Binary;
using System.Text;

namespace Rtemis.Data.Arrow;

/// <summary>
/// Builds a FlatBuffers message from its end to its start, so that what is referred to exists before what refers to it. Positions
/// that methods return and take are distances from the end.
/// </summary>
sealed class FlatBuilder
{
    const int MaxAlignment = 8;

    byte[] _bytes = new byte[256];
    int _used;
    readonly List<(int Slot, int Position)> _fields = [];
    int _tableEnd;

    public int Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        // Texts end in a zero byte that their length leaves out.
        Prepare(sizeof(uint), length + 1);
        Push(1).Clear();
        Encoding.UTF8.GetBytes(value, Push(length));
        return Int32(length);
    }

    /// <summary>A vector of references to <paramref name="targets"/>.</summary>
    public int References(ReadOnlySpan<int> targets)
    {
        Prepare(sizeof(uint), targets.Length * sizeof(uint));
        for (var i = targets.Length - 1; i >= 0; i--) Reference(targets[i]);
        return Int32(targets.Length);
    }

    /// <summary>A vector of structs of two 64-bit numbers each.</summary>
    public int Pairs(ReadOnlySpan<(long First, long Second)> pairs)
    {
        Prepare(MaxAlignment, pairs.Length * StreamFormat.PairSize);
        for (var i = pairs.Length - 1; i >= 0; i--)
        {
            Int64(pairs[i].Second);
            Int64(pairs[i].First);
        }
        return Int32(pairs.Length);
    }

    /// <summary>Starts a table; its fields follow, then <see cref="EndTable"/>.</summary>
    public void StartTable()
    {
        _fields.Clear();
        _tableEnd = _used;
    }

    public void AddByte(int slot, byte value)
    {
        Push(sizeof(byte))[0] = value;
        _fields.Add((slot, _used));
    }

    public void AddBool(int slot, bool value) => AddByte(slot, value ? (byte)1 : (byte)0);

    public void AddInt16(int slot, short value)
    {
        Prepare(sizeof(short), sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(Push(sizeof(short)), value);
        _fields.Add((slot, _used));
    }

    public void AddInt32(int slot, int value) => _fields.Add((slot, Int32(value)));

    public void AddInt64(int slot, long value)
    {
        Prepare(sizeof(long), sizeof(long));
        _fields.Add((slot, Int64(value)));
    }

    public void AddReference(int slot, int target)
    {
        Prepare(sizeof(uint), sizeof(uint));
        _fields.Add((slot, Reference(target)));
    }

    /// <summary>Ends a table of <paramref name="slots"/> slots: writes where its fields are, in front of it.</summary>
    public int EndTable(int slots)
    {
        var table = Int32(0);
        var vtableLength = (2 + slots) * sizeof(ushort);
        var vtable = Push(vtableLength);
        vtable.Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(vtable, (ushort)vtableLength);
        BinaryPrimitives.WriteUInt16LittleEndian(vtable[sizeof(ushort)..], (ushort)(table - _tableEnd));
        foreach (var (slot, position) in _fields)
            BinaryPrimitives.WriteUInt16LittleEndian(vtable[((2 + slot) * sizeof(ushort))..], (ushort)(table - position));
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_bytes.Length - table), _used - table);
        return table;
    }

    /// <summary>The whole message, whose root is the table at <paramref name="root"/>; its length is a multiple of 8.</summary>
    public ReadOnlySpan<byte> Finish(int root)
    {
        Prepare(MaxAlignment, sizeof(uint));
        Reference(root);
        return _bytes.AsSpan(_bytes.Length - _used);
    }

    int Int32(int value)
    {
        Prepare(sizeof(int), sizeof(int));
        BinaryPrimitives.WriteInt32LittleEndian(Push(sizeof(int)), value);
        return _used;
    }

    int Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Push(sizeof(long)), value);
        return _used;
    }

    int Reference(int target)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Push(sizeof(uint)), _used - target);
        return _used;
    }

    // Pads so that, after `size` more bytes, the start is aligned: seen from the end, for the whole is padded to the widest alignment.
    void Prepare(int alignment, int size)
    {
        var padding = -(_used + size) & (alignment - 1);
        Push(padding).Clear();
    }

    Span<byte> Push(int size)
    {
        while (_used + size > _bytes.Length)
        {
            var grown = new byte[_bytes.Length * 2];
            _bytes.AsSpan(_bytes.Length - _used).CopyTo(grown.AsSpan(grown.Length - _used));
            _bytes = grown;
        }
        _used += size;
        return _bytes.AsSpan(_bytes.Length - _used, size);
    }
}
