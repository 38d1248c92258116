namespace Rtemis.Data.Arrow;

/// <summary>Writes the metadata of a batch.</summary>
static class RecordBatchWriter
{
    public static int Write(FlatBuilder builder, int rows, IReadOnlyList<ColumnBody> columns)
    {
        var nodes = columns.Select(c => ((long)c.Rows, (long)c.Missing)).ToArray();
        var buffers = new List<(long, long)>();
        var offset = 0L;
        foreach (var buffer in columns.SelectMany(c => c.Buffers))
        {
            buffers.Add((offset, buffer.Length));
            offset += buffer.PaddedLength;
        }
        var bufferVector = builder.Pairs(buffers.ToArray());
        var nodeVector = builder.Pairs(nodes);
        builder.StartTable();
        builder.AddInt64(RecordBatchSlots.Length, rows);
        builder.AddReference(RecordBatchSlots.Nodes, nodeVector);
        builder.AddReference(RecordBatchSlots.Buffers, bufferVector);
        return builder.EndTable(RecordBatchSlots.Count);
    }
}
