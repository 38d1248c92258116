namespace Rtemis.Data.Arrow;

/// <summary>Reads the type of a field.</summary>
static class TypeReader
{
    const int DecimalBits = 128;

    /// <exception cref="ArrowFormatException">The type is damaged, or one that no column can hold.</exception>
    public static ArrowType Read(string name, FlatTable field, ReadBudget budget)
    {
        var id = (TypeId)field.Byte(FieldSlots.TypeType);
        if (!field.TryTable(FieldSlots.Type, out var type)) Throw.Column(name, "it has no type.");
        return id switch
        {
            TypeId.Null => new ArrowType.Null(),
            TypeId.Bool => new ArrowType.Bool(),
            TypeId.Int => ReadInt(name, type),
            TypeId.FloatingPoint => new ArrowType.Float(Known(name, (Precision)type.Int16(FloatSlots.Precision))),
            TypeId.Decimal => ReadDecimal(name, type),
            TypeId.Date => new ArrowType.Date(Known(name, (DateUnit)type.Int16(DateSlots.Unit, (short)DateUnit.Millisecond))),
            TypeId.Timestamp => new ArrowType.Timestamp(
                Known(name, (TimeUnit)type.Int16(TimestampSlots.Unit)), type.Text(TimestampSlots.TimeZone, budget)),
            TypeId.Utf8 => new ArrowType.Text(TextLayout.Offsets32),
            TypeId.LargeUtf8 => new ArrowType.Text(TextLayout.Offsets64),
            TypeId.Utf8View => new ArrowType.Text(TextLayout.Views),
            _ => Throw.Column<ArrowType>(name, $"its type, {Name(id)}, cannot be read; send numbers, logicals, text, dates or timestamps."),
        };
    }

    public static ArrowType.Int ReadInt(string name, FlatTable type)
    {
        var bits = type.Int32(IntSlots.BitWidth);
        return bits is 8 or 16 or 32 or 64
            ? new ArrowType.Int(bits, type.Bool(IntSlots.IsSigned))
            : Throw.Column<ArrowType.Int>(name, $"it claims whole numbers of {bits} bits; there are 8, 16, 32 and 64.");
    }

    /// <summary>The words for a type in a refusal.</summary>
    public static string Describe(ArrowType type) => type switch
    {
        ArrowType.Int whole => $"{(whole.Signed ? "int" : "uint")}{whole.Bits}",
        _ => type.GetType().Name.ToLowerInvariant(),
    };

    static ArrowType.Decimal ReadDecimal(string name, FlatTable type)
    {
        var bits = type.Int32(DecimalSlots.BitWidth, absent: DecimalBits);
        return bits == DecimalBits
            ? new ArrowType.Decimal(type.Int32(DecimalSlots.Scale))
            : Throw.Column<ArrowType.Decimal>(name, $"its type, decimal{bits}, cannot be read; decimal128 can.");
    }

    static T Known<T>(string name, T value) where T : struct, Enum =>
        Enum.IsDefined(value) ? value : Throw.Column<T>(name, $"its {typeof(T).Name} is {value:d}, which does not exist.");

    static string Name(TypeId id) => Enum.IsDefined(id) ? id.ToString() : $"number {(byte)id}";
}
