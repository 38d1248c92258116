using System.Buffers.Binary;

namespace Rtemis.Data.Arrow;

/// <summary>The texts of a chunk as UTF-8 bytes. Offsets are checked at once, a view when it is asked for.</summary>
readonly ref struct TextRows
{
    readonly string _column;
    readonly TextLayout _layout;
    readonly ReadOnlySpan<byte> _values;
    readonly ReadOnlySpan<byte> _offsets;
    readonly IReadOnlyList<ReadOnlyMemory<byte>> _buffers;
    readonly ReadBudget _budget;

    public TextRows(string column, TextLayout layout, Chunk chunk, ReadBudget budget)
    {
        _column = column;
        _layout = layout;
        _values = chunk.Values.Span;
        _offsets = chunk.Offsets.Span;
        _buffers = chunk.ViewBuffers;
        _budget = budget;
        if (layout != TextLayout.Views && chunk.Rows > 0) CheckOffsets(chunk.Rows);
    }

    public ReadOnlySpan<byte> this[int row] => _layout == TextLayout.Views ? View(row) : _values[(int)Offset(row)..(int)Offset(row + 1)];

    // The last offset is known to lie within the values, so offsets that never fall all do.
    void CheckOffsets(int rows)
    {
        var last = 0L;
        for (var i = 0; i <= rows; i++)
        {
            var offset = Offset(i);
            if (offset < last) Throw.Column(_column, $"its text offset {i} is {offset}, after {last}.");
            last = offset;
        }
    }

    long Offset(int index) => _layout == TextLayout.Offsets32
        ? BinaryPrimitives.ReadInt32LittleEndian(_offsets[(index * sizeof(int))..])
        : BinaryPrimitives.ReadInt64LittleEndian(_offsets[(index * sizeof(long))..]);

    // A view is a length, then the text itself when it is short, else its first four bytes, a buffer and an offset in that.
    ReadOnlySpan<byte> View(int row)
    {
        var view = _values.Slice(row * StreamFormat.ViewSize, StreamFormat.ViewSize);
        var length = BinaryPrimitives.ReadInt32LittleEndian(view);
        if (length is >= 0 and <= StreamFormat.ViewInline) return view.Slice(sizeof(int), length);

        var buffer = BinaryPrimitives.ReadInt32LittleEndian(view[8..]);
        var offset = BinaryPrimitives.ReadInt32LittleEndian(view[12..]);
        if (length < 0 || (uint)buffer >= (uint)_buffers.Count || offset < 0 || offset > _buffers[buffer].Length - length)
            Throw.Column(_column, $"the text of row {row} claims {length} bytes at {offset} of buffer {buffer}, which are not there.");
        // Many views may share long bytes: what is scanned counts, not what is stored.
        _budget.Charge(length);
        return _buffers[buffer].Span.Slice(offset, length);
    }
}
