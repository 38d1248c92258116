using System.Buffers.Binary;

namespace Rtemis.Data.Arrow;

/// <summary>Frames messages: the marker, the metadata's length, the metadata, then the body's buffers.</summary>
sealed class MessageWriter(ISink sink)
{
    const int Slots = 5;

    /// <summary>Ends <paramref name="metadata"/> with the message around <paramref name="header"/>, and writes both it and the body.</summary>
    public void Write(FlatBuilder metadata, MessageHeader kind, int header, IReadOnlyList<BodyBuffer> body)
    {
        metadata.StartTable();
        metadata.AddInt64(MessageSlots.BodyLength, body.Sum(b => b.PaddedLength));
        metadata.AddReference(MessageSlots.Header, header);
        metadata.AddInt16(MessageSlots.Version, StreamFormat.VersionFive);
        metadata.AddByte(MessageSlots.HeaderType, (byte)kind);
        var message = metadata.Finish(metadata.EndTable(Slots));

        WritePrefix(message.Length);
        sink.Write(message);
        Span<byte> padding = stackalloc byte[StreamFormat.BufferAlignment];
        padding.Clear();
        foreach (var buffer in body)
        {
            buffer.Write(sink);
            sink.Write(padding[..(int)(buffer.PaddedLength - buffer.Length)]);
        }
    }

    /// <summary>Writes the end marker.</summary>
    public void WriteEnd() => WritePrefix(0);

    void WritePrefix(int length)
    {
        Span<byte> prefix = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(prefix, StreamFormat.Continuation);
        BinaryPrimitives.WriteInt32LittleEndian(prefix[sizeof(int)..], length);
        sink.Write(prefix);
    }
}
