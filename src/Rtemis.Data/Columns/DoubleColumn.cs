namespace Rtemis.Data;

/// <summary>Double-precision numbers. NaN is a value, distinct from a missing cell, as in R.</summary>
public sealed class DoubleColumn : Column
{
    /// <summary>Wraps <paramref name="values"/>; <paramref name="validity"/> has a bit set for each present row, or is null when all are.</summary>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public DoubleColumn(string name, ReadOnlyMemory<double> values, BitView? validity = null)
        : base(name, values.Length, validity) =>
        Values = values;

    /// <summary>The numbers, one a row.</summary>
    public ReadOnlyMemory<double> Values { get; }

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Double;

    /// <inheritdoc/>
    public override Column SelectRows(ReadOnlySpan<int> rows) => new DoubleColumn(Name, Gather(Values.Span, rows), GatherBits(Validity, rows));

    /// <inheritdoc/>
    public override Column Rename(string name) => new DoubleColumn(name, Values, Validity);
}
