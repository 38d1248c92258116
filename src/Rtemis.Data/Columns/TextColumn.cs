namespace Rtemis.Data;

/// <summary>Free text, as it stands in a result or in a data frame of R. Text in an upload becomes a <see cref="FactorColumn"/>.</summary>
public sealed class TextColumn : Column
{
    /// <summary>Wraps <paramref name="values"/>; null is a missing cell.</summary>
    public TextColumn(string name, ReadOnlyMemory<string?> values)
        : base(name, values.Length, values.Span.Count((string?)null)) =>
        Values = values;

    /// <summary>The texts, one a row; null where the cell is missing.</summary>
    public ReadOnlyMemory<string?> Values { get; }

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Text;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Values.Span[row] is null;

    /// <inheritdoc/>
    public override Column SelectRows(ReadOnlySpan<int> rows) => new TextColumn(Name, Gather(Values.Span, rows));

    /// <inheritdoc/>
    public override Column Rename(string name) => new TextColumn(name, Values);
}
