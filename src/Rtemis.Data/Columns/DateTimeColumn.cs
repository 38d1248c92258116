namespace Rtemis.Data;

/// <summary>Points in time.</summary>
public sealed class DateTimeColumn : Column
{
    /// <summary>Wraps <paramref name="values"/>; <paramref name="validity"/> has a bit set for each present row, or is null when all are.</summary>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public DateTimeColumn(string name, ReadOnlyMemory<double> values, BitView? validity = null, string? timeZone = null)
        : base(name, values.Length, validity)
    {
        Values = values;
        TimeZone = timeZone;
    }

    /// <summary>Seconds since 1970-01-01T00:00:00Z, one a row; fractions kept to microseconds.</summary>
    public ReadOnlyMemory<double> Values { get; }

    /// <summary>The time zone to show them in (IANA name or offset), or null when none was given.</summary>
    public string? TimeZone { get; }

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.DateTime;

    /// <inheritdoc/>
    public override Column SelectRows(ReadOnlySpan<int> rows) =>
        new DateTimeColumn(Name, Gather(Values.Span, rows), GatherBits(Validity, rows), TimeZone);

    /// <inheritdoc/>
    public override Column Rename(string name) => new DateTimeColumn(name, Values, Validity, TimeZone);
}
