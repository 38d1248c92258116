namespace Rtemis.Data;

/// <summary>Calendar days.</summary>
public sealed class DateColumn : Column
{
    /// <summary>Wraps <paramref name="values"/>; <paramref name="validity"/> has a bit set for each present row, or is null when all are.</summary>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public DateColumn(string name, ReadOnlyMemory<int> values, BitView? validity = null)
        : base(name, values.Length, validity) =>
        Values = values;

    /// <summary>Days since 1970-01-01, one a row.</summary>
    public ReadOnlyMemory<int> Values { get; }

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Date;

    /// <inheritdoc/>
    public override Column SelectRows(ReadOnlySpan<int> rows) => new DateColumn(Name, Gather(Values.Span, rows), GatherBits(Validity, rows));

    /// <inheritdoc/>
    public override Column Rename(string name) => new DateColumn(name, Values, Validity);
}
