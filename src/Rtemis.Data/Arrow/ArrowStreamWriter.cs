using System.Buffers;
using Rtemis.Data.Arrow;

namespace Rtemis.Data;

/// <summary>
/// Writes a <see cref="Table"/> as an Arrow IPC stream (https://arrow.apache.org/docs/format/Columnar.html) of one batch: float64, int32,
/// bool, utf8, dictionaries of utf8 with int32 positions (factors), date32, and timestamps in microseconds. Fields are nullable,
/// buffers padded to 64 bytes, nothing is compressed. The bytes go out column by column; no body is put together in memory.
/// </summary>
public static class ArrowStreamWriter
{
    /// <summary>Writes <paramref name="table"/> to <paramref name="target"/>.</summary>
    /// <exception cref="OverflowException">The texts of one column take more than 2 GB.</exception>
    public static void Write(Table table, IBufferWriter<byte> target) => Write(table, new BufferSink(target));

    /// <summary>Writes <paramref name="table"/> to <paramref name="target"/>, which stays open and is not flushed.</summary>
    /// <exception cref="OverflowException">The texts of one column take more than 2 GB.</exception>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public static void Write(Table table, Stream target) => Write(table, new StreamSink(target));

    static void Write(Table table, ISink sink)
    {
        var messages = new MessageWriter(sink);
        var fields = table.Columns.Select((column, i) => ColumnWriter.Field(column, i)).ToArray();
        var schema = new FlatBuilder();
        messages.Write(schema, MessageHeader.Schema, SchemaWriter.Write(schema, fields), []);

        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Encoding is not { } encoding || table.Columns[i] is not FactorColumn factor) continue;
            var levels = Utf8Writer.Body(factor.Levels.ToArray(), missing: 0);
            var dictionary = new FlatBuilder();
            messages.Write(dictionary, MessageHeader.DictionaryBatch, DictionaryWriter.Write(dictionary, encoding.Id, levels), levels.Buffers);
        }

        var columns = table.Columns.Select(ColumnWriter.Body).ToArray();
        var batch = new FlatBuilder();
        messages.Write(batch, MessageHeader.RecordBatch, RecordBatchWriter.Write(batch, table.Rows, columns),
            [.. columns.SelectMany(c => c.Buffers)]);
        messages.WriteEnd();
    }
}
