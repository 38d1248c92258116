using System.Runtime.InteropServices;
using Rtemis.Data.Arrow;

namespace Rtemis.Data.Tests;

/// <summary>Streams put together piece by piece, for what no writer at hand makes.</summary>
static class HandMade
{
    public static byte[] Schema(string name, TypeId type, Action<FlatBuilder>? parameters = null, (long Id, int Bits, bool Signed)? dictionary = null,
        short endianness = 0, int copies = 1) =>
        Message(MessageHeader.Schema, builder =>
        {
            var index = 0;
            if (dictionary is { } encoding)
            {
                builder.StartTable();
                builder.AddInt32(IntSlots.BitWidth, encoding.Bits);
                builder.AddBool(IntSlots.IsSigned, encoding.Signed);
                var indexType = builder.EndTable(IntSlots.Count);
                builder.StartTable();
                builder.AddInt64(DictionaryEncodingSlots.Id, encoding.Id);
                builder.AddReference(DictionaryEncodingSlots.IndexType, indexType);
                index = builder.EndTable(DictionaryEncodingSlots.Count);
            }
            builder.StartTable();
            parameters?.Invoke(builder);
            var typeTable = builder.EndTable(slots: 3);
            var text = builder.Text(name);
            builder.StartTable();
            builder.AddReference(FieldSlots.Name, text);
            builder.AddByte(FieldSlots.TypeType, (byte)type);
            builder.AddReference(FieldSlots.Type, typeTable);
            if (index > 0) builder.AddReference(FieldSlots.Dictionary, index);
            var field = builder.EndTable(FieldSlots.Count);
            var fields = builder.References(Enumerable.Repeat(field, copies).ToArray());
            builder.StartTable();
            builder.AddReference(SchemaSlots.Fields, fields);
            builder.AddInt16(SchemaSlots.Endianness, endianness);
            return builder.EndTable(SchemaSlots.Count);
        });

    public static byte[] Batch(long rows, long missing, params byte[][] buffers) =>
        Message(MessageHeader.RecordBatch, builder => Data(builder, rows, missing, buffers), buffers);

    public static byte[] Dictionary(long id, bool isDelta, params string[] values)
    {
        var offsets = new int[values.Length + 1];
        for (var i = 0; i < values.Length; i++) offsets[i + 1] = offsets[i] + values[i].Length;
        byte[][] buffers = [[], Bytes(offsets), System.Text.Encoding.ASCII.GetBytes(string.Concat(values))];
        return Message(MessageHeader.DictionaryBatch, builder =>
        {
            var data = Data(builder, values.Length, 0, buffers);
            builder.StartTable();
            builder.AddInt64(DictionaryBatchSlots.Id, id);
            builder.AddReference(DictionaryBatchSlots.Data, data);
            builder.AddBool(DictionaryBatchSlots.IsDelta, isDelta);
            return builder.EndTable(DictionaryBatchSlots.Count);
        }, buffers);
    }

    public static byte[] Bytes<T>(params T[] values) where T : unmanaged => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();

    public static byte[] Join(params byte[][] messages) => [.. messages.SelectMany(m => m)];

    /// <summary>The same messages without the marker in front of each, as they were before format 0.15.</summary>
    public static byte[] Legacy(params byte[][] messages) => [.. messages.SelectMany(m => m[4..])];

    static byte[] Message(MessageHeader kind, Func<FlatBuilder, int> header, params byte[][] body)
    {
        using var stream = new MemoryStream();
        var builder = new FlatBuilder();
        var position = header(builder);
        new MessageWriter(new StreamSink(stream)).Write(builder, kind, position,
            [.. body.Select(bytes => new BodyBuffer(bytes.Length, sink => sink.Write(bytes)))]);
        return stream.ToArray();
    }

    static int Data(FlatBuilder builder, long rows, long missing, byte[][] buffers)
    {
        var pairs = new List<(long, long)>();
        var offset = 0L;
        foreach (var buffer in buffers)
        {
            pairs.Add((offset, buffer.Length));
            offset += new BodyBuffer(buffer.Length, _ => { }).PaddedLength;
        }
        var bufferVector = builder.Pairs(pairs.ToArray());
        var nodeVector = builder.Pairs([(rows, missing)]);
        builder.StartTable();
        builder.AddInt64(RecordBatchSlots.Length, rows);
        builder.AddReference(RecordBatchSlots.Nodes, nodeVector);
        builder.AddReference(RecordBatchSlots.Buffers, bufferVector);
        return builder.EndTable(RecordBatchSlots.Count);
    }
}
