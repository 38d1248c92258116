namespace Rtemis.Data;

/// <summary>What a table holds, in short.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Cols">The number of columns.</param>
/// <param name="Columns">The columns, in order.</param>
public sealed record TableDescription(int Rows, int Cols, IReadOnlyList<ColumnDescription> Columns);
