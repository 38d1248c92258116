namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>data.describe</c>.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Cols">The columns.</param>
/// <param name="Columns">One entry a column, in order.</param>
public sealed record DataDescription(int Rows, int Cols, IReadOnlyList<ColumnInfo> Columns);
