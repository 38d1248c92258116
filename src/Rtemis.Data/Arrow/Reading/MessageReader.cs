using System.Buffers.Binary;

namespace Rtemis.Data.Arrow;

/// <summary>Cuts a stream into its messages.</summary>
ref struct MessageReader(ReadOnlyMemory<byte> stream)
{
    int _position;

    /// <summary>Reads the next message; false at the end marker or the plain end of the input.</summary>
    public bool TryRead(out Message message)
    {
        message = default;
        var start = _position;
        if (start == stream.Length) return false;
        var metadataLength = Int32();
        if (metadataLength == StreamFormat.Continuation) metadataLength = Int32();
        if (metadataLength == 0) return false;

        var origin = _position;
        var metadata = Take(metadataLength, "metadata", start).Span;
        var root = FlatTable.Root(metadata, origin);
        var version = root.Int16(MessageSlots.Version);
        if (version is not (StreamFormat.VersionFour or StreamFormat.VersionFive))
            Throw.Format($"The message at byte {start} has metadata version V{version + 1}; only V4 and V5 can be read.");
        if (!root.TryTable(MessageSlots.Header, out var header))
            Throw.Format($"The message at byte {start} has no header.");
        var body = Take(root.Int64(MessageSlots.BodyLength), "body", start);
        message = new Message((MessageHeader)root.Byte(MessageSlots.HeaderType), header, body, start);
        return true;
    }

    int Int32()
    {
        if (stream.Length - _position < sizeof(int))
            Throw.Format($"The stream ends at byte {stream.Length}, inside the length of a message.");
        var value = BinaryPrimitives.ReadInt32LittleEndian(stream.Span[_position..]);
        _position += sizeof(int);
        return value;
    }

    ReadOnlyMemory<byte> Take(long length, string part, int start)
    {
        if (length < 0 || length > stream.Length - _position)
            Throw.Format($"The message at byte {start} claims {length} bytes of {part}; {stream.Length - _position} are left.");
        var taken = stream.Slice(_position, (int)length);
        _position += (int)length;
        return taken;
    }
}
