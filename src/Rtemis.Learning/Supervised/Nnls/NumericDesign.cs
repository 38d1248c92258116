using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Supervised.Nnls;

/// <summary>Numeric columns as they are.</summary>
sealed class NumericDesign(IReadOnlyList<Column> features) : ITallMatrix
{
    readonly ReadOnlyMemory<double>[] _columns = [.. features.Select(NumericColumn.Numbers)];

    public int Rows { get; } = features.Count == 0 ? 0 : features[0].Length;

    public int Columns => _columns.Length;

    public void Read(int column, int start, Span<double> target) => _columns[column].Span.Slice(start, target.Length).CopyTo(target);
}
