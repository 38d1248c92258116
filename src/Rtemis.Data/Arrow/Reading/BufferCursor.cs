namespace Rtemis.Data.Arrow;

/// <summary>Hands out the nodes and buffers of a batch, in the order in which its columns take them.</summary>
ref struct BufferCursor
{
    readonly FlatVector _nodes;
    readonly FlatVector _buffers;
    readonly FlatVector _variadicCounts;
    readonly ReadOnlyMemory<byte> _body;
    readonly Codec _codec;
    readonly Inflater _inflater;
    int _node, _buffer, _variadicCount;

    public BufferCursor(FlatTable batch, ReadOnlyMemory<byte> body, Inflater inflater)
    {
        _nodes = batch.Vector(RecordBatchSlots.Nodes, StreamFormat.PairSize);
        _buffers = batch.Vector(RecordBatchSlots.Buffers, StreamFormat.PairSize);
        _variadicCounts = batch.Vector(RecordBatchSlots.VariadicCounts, sizeof(long));
        _body = body;
        _codec = batch.TryTable(RecordBatchSlots.Compression, out var compression) ? Inflater.ReadCodec(compression) : Codec.None;
        _inflater = inflater;
    }

    public readonly int NodeCount => _nodes.Count;

    /// <summary>Takes the next column's node and returns its count of missing cells, checked for sense only.</summary>
    public long NextNode(string column, int rows)
    {
        var length = _nodes.Int64(_node);
        var missing = _nodes.Int64(_node++, word: 1);
        if (length != rows) Throw.Column(column, $"it has {length} rows in a batch of {rows}.");
        if (missing < -1 || missing > rows) Throw.Column(column, $"it claims {missing} missing cells of {rows}.");
        return missing;
    }

    /// <summary>Takes a validity buffer. The count of missing cells is taken from its bits: what the node claims need not be true.</summary>
    public BitView? NextValidity(string column, int rows, long claimedMissing)
    {
        var bytes = NextBuffer(column);
        if (bytes.IsEmpty)
        {
            if (claimedMissing > 0) Throw.Column(column, $"it claims {claimedMissing} missing cells, but does not say which.");
            return null;
        }
        Need(column, bytes, (rows + 7L) / 8);
        var bits = new BitView(bytes, 0, rows);
        return bits.CountSet() == rows ? null : bits;
    }

    /// <summary>Takes a buffer of which at least <paramref name="needed"/> bytes are used.</summary>
    public ReadOnlyMemory<byte> NextBuffer(string column, long needed)
    {
        var bytes = NextBuffer(column);
        Need(column, bytes, needed);
        return bytes[..(int)needed];
    }

    /// <summary>Takes a buffer, whole, inflated when it was compressed.</summary>
    public ReadOnlyMemory<byte> NextBuffer(string column)
    {
        if (_buffer == _buffers.Count) Throw.Column(column, $"the batch has only {_buffers.Count} buffers, too few for its columns.");
        var offset = _buffers.Int64(_buffer);
        var length = _buffers.Int64(_buffer++, word: 1);
        if (offset < 0 || length < 0 || offset > _body.Length - length)
            Throw.Column(column, $"a buffer of {length} bytes at {offset} lies outside of the batch's {_body.Length} bytes.");
        var bytes = _body.Slice((int)offset, (int)length);
        return _codec == Codec.None || bytes.IsEmpty ? bytes : _inflater.Inflate(column, _codec, bytes);
    }

    /// <summary>Takes the number of buffers that a column of views points into.</summary>
    public int NextVariadicCount(string column)
    {
        if (_variadicCount == _variadicCounts.Count) Throw.Column(column, "the batch does not say how many buffers its views point into.");
        var count = _variadicCounts.Int64(_variadicCount++);
        if (count < 0 || count > _buffers.Count - _buffer)
            Throw.Column(column, $"its views claim {count} buffers; the batch has {_buffers.Count - _buffer} left.");
        return (int)count;
    }

    static void Need(string column, ReadOnlyMemory<byte> bytes, long needed)
    {
        if (bytes.Length < needed) Throw.Column(column, $"a buffer holds {bytes.Length} bytes; its rows need {needed}.");
    }
}
