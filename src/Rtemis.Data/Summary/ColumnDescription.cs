namespace Rtemis.Data;

/// <summary>What a column holds, in short.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="MissingCount">How many cells are missing; NaN counts, as in R.</param>
/// <param name="UniqueCount">How many distinct values are present; 0.0 and -0.0 are one.</param>
/// <param name="Summary">More, as fits the type; null for dates, points in time and text.</param>
public sealed record ColumnDescription(string Name, ColumnType Type, int MissingCount, int UniqueCount, ColumnSummary? Summary)
{
    /// <summary>How the present values are spread; null where none was asked for, and for logicals, text, and columns of nothing finite.</summary>
    public ColumnDistribution? Distribution { get; init; }
}
