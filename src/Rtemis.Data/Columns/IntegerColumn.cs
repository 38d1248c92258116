namespace Rtemis.Data;

/// <summary>32-bit whole numbers.</summary>
public sealed class IntegerColumn : Column
{
    /// <summary>Wraps <paramref name="values"/>; <paramref name="validity"/> has a bit set for each present row, or is null when all are.</summary>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public IntegerColumn(string name, ReadOnlyMemory<int> values, BitView? validity = null)
        : base(name, values.Length, validity) =>
        Values = values;

    /// <summary>The numbers, one a row.</summary>
    public ReadOnlyMemory<int> Values { get; }

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Integer;

    /// <inheritdoc/>
    public override Column SelectRows(ReadOnlySpan<int> rows) => new IntegerColumn(Name, Gather(Values.Span, rows), GatherBits(Validity, rows));

    /// <inheritdoc/>
    public override Column Rename(string name) => new IntegerColumn(name, Values, Validity);
}
