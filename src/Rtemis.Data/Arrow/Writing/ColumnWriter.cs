namespace Rtemis.Data.Arrow;

/// <summary>Says how a column is written: as which type, and with which buffers.</summary>
static class ColumnWriter
{
    /// <summary>The field for <paramref name="column"/>; should it need a dictionary, that has number <paramref name="id"/>.</summary>
    public static ArrowField Field(Column column, long id) => column switch
    {
        DoubleColumn => new ArrowField(column.Name, new ArrowType.Float(Precision.Double), null),
        IntegerColumn => new ArrowField(column.Name, new ArrowType.Int(32, Signed: true), null),
        LogicalColumn => new ArrowField(column.Name, new ArrowType.Bool(), null),
        FactorColumn => new ArrowField(column.Name, new ArrowType.Text(TextLayout.Offsets32),
            new DictionaryEncoding(id, new ArrowType.Int(32, Signed: true))),
        TextColumn => new ArrowField(column.Name, new ArrowType.Text(TextLayout.Offsets32), null),
        DateColumn => new ArrowField(column.Name, new ArrowType.Date(DateUnit.Day), null),
        DateTimeColumn time => new ArrowField(column.Name, new ArrowType.Timestamp(TimeUnit.Microsecond, time.TimeZone), null),
        _ => throw Unknown(column),
    };

    /// <summary>The buffers for <paramref name="column"/>.</summary>
    public static ColumnBody Body(Column column) => column switch
    {
        DoubleColumn real => Fixed(column, ValueBuffers.Cells(real.Values)),
        IntegerColumn whole => Fixed(column, ValueBuffers.Cells(whole.Values)),
        LogicalColumn logical => Fixed(column, ValueBuffers.Bits(logical.Values)),
        // A reader may look up what stands under a missing cell, so that is a level too.
        FactorColumn factor => Masked(factor, ValueBuffers.Converted(factor.Codes, code => Math.Max(code, 0))),
        DateColumn date => Fixed(column, ValueBuffers.Cells(date.Values)),
        DateTimeColumn time => TimestampWriter.Body(time),
        TextColumn text => Utf8Writer.Body(text.Values, text.MissingCount),
        _ => throw Unknown(column),
    };

    static ColumnBody Fixed(Column column, BodyBuffer values) => new(column.Length, column.MissingCount,
        [column is { Validity: { } bits, MissingCount: > 0 } ? ValueBuffers.Bits(bits) : BodyBuffer.Empty, values]);

    static ColumnBody Masked(FactorColumn column, BodyBuffer values) => new(column.Length, column.MissingCount,
        [column.MissingCount > 0 ? ValueBuffers.Bits(BitView.Pack(column.Length, row => !column.IsMissing(row))) : BodyBuffer.Empty, values]);

    static InvalidOperationException Unknown(Column column) => new($"Column '{column.Name}' is of a type that is not written: {column.Type}.");
}
