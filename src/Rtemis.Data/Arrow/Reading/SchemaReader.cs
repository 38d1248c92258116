namespace Rtemis.Data.Arrow;

/// <summary>Reads the fields of a schema message, refusing what a <see cref="Table"/> cannot hold before any data is touched.</summary>
static class SchemaReader
{
    // What we keep of a field besides its name; fields may share their bytes, so their number alone says little about the input.
    const int FieldOverhead = 256;

    public static ArrowField[] Read(FlatTable schema, ReadBudget budget)
    {
        if (schema.Int16(SchemaSlots.Endianness) != StreamFormat.LittleEndian)
            Throw.Format("The stream holds big-endian buffers; only little-endian ones can be read.");
        var vector = schema.Vector(SchemaSlots.Fields, sizeof(uint));
        budget.Charge((long)FieldOverhead * vector.Count);
        var fields = new ArrowField[vector.Count];
        for (var i = 0; i < fields.Length; i++) fields[i] = ReadField(vector.Table(i), budget);
        return fields;
    }

    static ArrowField ReadField(FlatTable field, ReadBudget budget)
    {
        var name = field.Text(FieldSlots.Name, budget) ?? "";
        var type = TypeReader.Read(name, field, budget);
        if (field.Vector(FieldSlots.Children, sizeof(uint)).Count > 0)
            Throw.Column(name, "it has child columns; nested types cannot be read.");
        if (!field.TryTable(FieldSlots.Dictionary, out var dictionary)) return new ArrowField(name, type, null);

        if (type is not ArrowType.Text)
            Throw.Column(name, $"its dictionary holds {TypeReader.Describe(type)}; only dictionaries of text can be read.");
        var index = dictionary.TryTable(DictionaryEncodingSlots.IndexType, out var given)
            ? TypeReader.ReadInt(name, given)
            : new ArrowType.Int(Bits: 32, Signed: true);
        return new ArrowField(name, type, new DictionaryEncoding(dictionary.Int64(DictionaryEncodingSlots.Id), index));
    }
}
