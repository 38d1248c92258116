namespace Rtemis.Data.Arrow;

/// <summary>Writes the metadata of a dictionary message.</summary>
static class DictionaryWriter
{
    public static int Write(FlatBuilder builder, long id, ColumnBody values)
    {
        var data = RecordBatchWriter.Write(builder, values.Rows, [values]);
        builder.StartTable();
        builder.AddInt64(DictionaryBatchSlots.Id, id);
        builder.AddReference(DictionaryBatchSlots.Data, data);
        builder.AddBool(DictionaryBatchSlots.IsDelta, false);
        return builder.EndTable(DictionaryBatchSlots.Count);
    }
}
