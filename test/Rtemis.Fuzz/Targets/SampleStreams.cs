using Apache.Arrow;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using Rtemis.Data;
using Table = Rtemis.Data.Table;

namespace Rtemis.Fuzz.Targets;

/// <summary>Arrow streams to begin with: of our own writer, and of another's.</summary>
static class SampleStreams
{
    /// <summary>A small table of ours with a column of most types.</summary>
    public static byte[] Ours()
    {
        const int rows = 12;
        var present = BitView.Pack(rows, i => i % 5 != 1);
        var table = new Table(
        [
            new DoubleColumn("double", Enumerable.Range(0, rows).Select(i => i * 0.25).ToArray(), present),
            new IntegerColumn("integer", Enumerable.Range(0, rows).Select(i => i - 5).ToArray(), present),
            new LogicalColumn("logical", BitView.Pack(rows, i => i % 3 == 0), present),
            new FactorColumn("factor", Enumerable.Range(0, rows).Select(i => i % 3).ToArray(), ["low", "", "h\u00f6her"]),
            new DateColumn("date", Enumerable.Range(0, rows).Select(i => i * 400).ToArray(), present),
            new DateTimeColumn("time", Enumerable.Range(0, rows).Select(i => i * 1.5).ToArray(), present, "Europe/Berlin"),
        ], rows);
        using var stream = new MemoryStream();
        Data.ArrowStreamWriter.Write(table, stream);
        return stream.ToArray();
    }

    /// <summary>Another writer's, in two batches.</summary>
    public static byte[] Others(CompressionCodecType? codec)
    {
        var text = new StringArray.Builder().Append("one").AppendNull().Append("tw\u00f6").Append("").Build();
        var keys = new Int8Array.Builder().Append(1).Append(0).AppendNull().Append(1).Build();
        IArrowArray[] columns =
        [
            new Int64Array.Builder().Append(1).Append(long.MaxValue).AppendNull().Append(-7).Build(), new FloatArray.Builder().AppendRange([1, 2, 3, 4]).Build(),
            new BooleanArray.Builder().Append(true).AppendNull().Append(false).Append(true).Build(), text,
            new DictionaryArray(new DictionaryType(Int8Type.Default, StringType.Default, false), keys, text),
            new TimestampArray.Builder(TimeUnit.Nanosecond).Append(DateTimeOffset.UnixEpoch).AppendNull().AppendNull().Append(DateTimeOffset.UnixEpoch).Build(),
            new Date64Array.Builder().Append(DateTime.UnixEpoch).AppendNull().AppendNull().AppendNull().Build(),
        ];
        var schema = new Schema(columns.Select((c, i) => new Field($"c{i}", c.Data.DataType, true)), null);
        using var batch = new RecordBatch(schema, columns, 4);
        using var stream = new MemoryStream();
        using (var writer = new Apache.Arrow.Ipc.ArrowStreamWriter(
            stream, schema, leaveOpen: true, new IpcOptions { CompressionCodec = codec, CompressionCodecFactory = new CompressionCodecFactory() }))
        {
            writer.WriteRecordBatch(batch);
            writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        }
        return stream.ToArray();
    }
}
