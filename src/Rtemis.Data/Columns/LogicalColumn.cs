namespace Rtemis.Data;

/// <summary>True or false, one bit a row.</summary>
public sealed class LogicalColumn : Column
{
    readonly BitView? _validity;

    /// <summary>Wraps <paramref name="values"/>; <paramref name="validity"/> has a bit set for each present row, or is null when all are.</summary>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public LogicalColumn(string name, BitView values, BitView? validity = null)
        : base(name, values.Length, CountMissing(validity))
    {
        if (validity is { } bits && bits.Length != values.Length)
            throw new ArgumentException($"Column '{name}' has {values.Length} values but {bits.Length} validity bits.", nameof(validity));
        Values = values;
        _validity = validity;
    }

    /// <summary>The bits, one a row.</summary>
    public BitView Values { get; }

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Logical;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => _validity is { } bits && !bits[row];

    /// <inheritdoc/>
    public override Column SelectRows(ReadOnlySpan<int> rows) => new LogicalColumn(Name, GatherBits(Values, rows)!.Value, GatherBits(_validity, rows));

    /// <inheritdoc/>
    public override Column Rename(string name) => new LogicalColumn(name, Values, _validity);
}
