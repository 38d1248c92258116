using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Rtemis.Data.Tests;

/// <summary>The Arrow project's own package as the other side.</summary>
static class Peer
{
    public static byte[] Write(IReadOnlyList<RecordBatch> batches, CompressionCodecType? codec = null)
    {
        var options = new IpcOptions();
        if (codec is not null)
        {
            options.CompressionCodecFactory = new Apache.Arrow.Compression.CompressionCodecFactory();
            options.CompressionCodec = codec;
        }
        using var stream = new MemoryStream();
        using (var writer = new Apache.Arrow.Ipc.ArrowStreamWriter(stream, batches[0].Schema, leaveOpen: true, options))
        {
            foreach (var batch in batches) writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        }
        return stream.ToArray();
    }

    public static RecordBatch Batch(params (string Name, IArrowArray Values)[] columns)
    {
        var schema = new Schema(columns.Select(c => new Field(c.Name, c.Values.Data.DataType, nullable: true)), null);
        return new RecordBatch(schema, columns.Select(c => c.Values), columns[0].Values.Length);
    }

    public static RecordBatch Read(byte[] bytes)
    {
        using var reader = new Apache.Arrow.Ipc.ArrowStreamReader(new MemoryStream(bytes));
        return reader.ReadNextRecordBatch();
    }
}
