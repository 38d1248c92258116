namespace Rtemis.Data.Arrow;

/// <summary>Writes the schema of a table.</summary>
static class SchemaWriter
{
    public static int Write(FlatBuilder builder, IReadOnlyList<ArrowField> fields)
    {
        var references = new int[fields.Count];
        for (var i = 0; i < references.Length; i++) references[i] = WriteField(builder, fields[i]);
        var vector = builder.References(references);
        builder.StartTable();
        builder.AddReference(SchemaSlots.Fields, vector);
        builder.AddInt16(SchemaSlots.Endianness, StreamFormat.LittleEndian);
        return builder.EndTable(SchemaSlots.Count);
    }

    static int WriteField(FlatBuilder builder, ArrowField field)
    {
        var (typeId, type) = TypeWriter.Write(builder, field.Type);
        var name = builder.Text(field.Name);
        // Some readers take a field without this vector for damaged, though the format lets it be absent.
        var children = builder.References([]);
        var dictionary = field.Encoding is { } encoding ? WriteEncoding(builder, encoding) : 0;
        builder.StartTable();
        builder.AddReference(FieldSlots.Name, name);
        builder.AddReference(FieldSlots.Type, type);
        if (dictionary > 0) builder.AddReference(FieldSlots.Dictionary, dictionary);
        builder.AddReference(FieldSlots.Children, children);
        builder.AddBool(FieldSlots.Nullable, true);
        builder.AddByte(FieldSlots.TypeType, (byte)typeId);
        return builder.EndTable(FieldSlots.Count);
    }

    static int WriteEncoding(FlatBuilder builder, DictionaryEncoding encoding)
    {
        var (_, index) = TypeWriter.Write(builder, encoding.Index);
        builder.StartTable();
        builder.AddInt64(DictionaryEncodingSlots.Id, encoding.Id);
        builder.AddReference(DictionaryEncodingSlots.IndexType, index);
        builder.AddBool(DictionaryEncodingSlots.Ordered, false);
        return builder.EndTable(DictionaryEncodingSlots.Count);
    }
}
