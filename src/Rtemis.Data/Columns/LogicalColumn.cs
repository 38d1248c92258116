namespace Rtemis.Data;

/// <summary>True or false, one bit a row.</summary>
public sealed class LogicalColumn : Column
{
    /// <summary>Wraps <paramref name="values"/>; <paramref name="validity"/> has a bit set for each present row, or is null when all are.</summary>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public LogicalColumn(string name, BitView values, BitView? validity = null)
        : base(name, values.Length, validity) =>
        Values = values;

    /// <summary>The bits, one a row.</summary>
    public BitView Values { get; }

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Logical;

    /// <inheritdoc/>
    public override Column SelectRows(ReadOnlySpan<int> rows) => new LogicalColumn(Name, GatherBits(Values, rows)!.Value, GatherBits(Validity, rows));

    /// <inheritdoc/>
    public override Column Rename(string name) => new LogicalColumn(name, Values, Validity);
}
