namespace Rtemis.Data.Arrow;

/// <summary>Writes the type of a field: those that columns are written as.</summary>
static class TypeWriter
{
    public static (TypeId Id, int Position) Write(FlatBuilder builder, ArrowType type)
    {
        switch (type)
        {
            case ArrowType.Bool:
                builder.StartTable();
                return (TypeId.Bool, builder.EndTable(slots: 0));
            case ArrowType.Int whole:
                builder.StartTable();
                builder.AddInt32(IntSlots.BitWidth, whole.Bits);
                builder.AddBool(IntSlots.IsSigned, whole.Signed);
                return (TypeId.Int, builder.EndTable(IntSlots.Count));
            case ArrowType.Float real:
                builder.StartTable();
                builder.AddInt16(FloatSlots.Precision, (short)real.Precision);
                return (TypeId.FloatingPoint, builder.EndTable(FloatSlots.Count));
            case ArrowType.Date date:
                builder.StartTable();
                builder.AddInt16(DateSlots.Unit, (short)date.Unit);
                return (TypeId.Date, builder.EndTable(DateSlots.Count));
            case ArrowType.Timestamp time:
                var zone = time.TimeZone is { } name ? builder.Text(name) : 0;
                builder.StartTable();
                if (zone > 0) builder.AddReference(TimestampSlots.TimeZone, zone);
                builder.AddInt16(TimestampSlots.Unit, (short)time.Unit);
                return (TypeId.Timestamp, builder.EndTable(TimestampSlots.Count));
            case ArrowType.Text { Layout: TextLayout.Offsets32 }:
                builder.StartTable();
                return (TypeId.Utf8, builder.EndTable(slots: 0));
            default:
                throw new InvalidOperationException($"No column is written as {type}.");
        }
    }
}
