namespace Rtemis.Data.Arrow;

/// <summary>Makes columns of dates and of points in time.</summary>
static class TimeReader
{
    const long MillisecondsPerDay = 86_400_000, NanosecondsPerMicrosecond = 1000;

    public static DateColumn Read(ColumnChunks chunks, ArrowType.Date type)
    {
        var name = chunks.Field.Name;
        var days = type.Unit == DateUnit.Day ? chunks.Cells<int>() : chunks.Convert<long, int>(value => ToDays(name, value));
        return new DateColumn(name, days, chunks.Validity());
    }

    public static DateTimeColumn Read(ColumnChunks chunks, ArrowType.Timestamp type)
    {
        var seconds = type.Unit switch
        {
            TimeUnit.Second => chunks.Convert<long, double>(value => value),
            TimeUnit.Millisecond => chunks.Convert<long, double>(value => value / 1e3),
            TimeUnit.Microsecond => chunks.Convert<long, double>(value => value / 1e6),
            _ => chunks.Convert<long, double>(value => FloorDivide(value, NanosecondsPerMicrosecond) / 1e6),
        };
        return new DateTimeColumn(chunks.Field.Name, seconds, chunks.Validity(), type.TimeZone);
    }

    static int ToDays(string column, long milliseconds)
    {
        var days = FloorDivide(milliseconds, MillisecondsPerDay);
        return days is >= int.MinValue and <= int.MaxValue
            ? (int)days
            : Throw.Column<int>(column, $"the date {milliseconds} ms is beyond what 32 bits of days can hold.");
    }

    // Before 1970 too, a moment belongs to the unit that it lies in.
    static long FloorDivide(long value, long divisor)
    {
        var (quotient, remainder) = Math.DivRem(value, divisor);
        return remainder < 0 ? quotient - 1 : quotient;
    }
}
