namespace Rtemis.Data.Arrow;

/// <summary>Writes points in time as whole microseconds. Those that are no number have none and go missing.</summary>
static class TimestampWriter
{
    public static ColumnBody Body(DateTimeColumn column)
    {
        bool Present(int row) => !column.IsMissing(row) && !double.IsNaN(column.Values.Span[row]);
        var validity = BitView.Pack(column.Length, Present);
        var missing = column.Length - validity.CountSet();
        // The conversion of a double saturates, and makes 0 of NaN.
        var values = ValueBuffers.Converted(column.Values, seconds => (long)Math.Round(seconds * 1e6));
        return new ColumnBody(column.Length, missing, [missing > 0 ? ValueBuffers.Bits(validity) : BodyBuffer.Empty, values]);
    }
}
