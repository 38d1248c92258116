namespace Rtemis.Data;

/// <summary>True and false.</summary>
/// <param name="TrueCount">How many cells are true.</param>
/// <param name="FalseCount">How many are false.</param>
public sealed record LogicalSummary(int TrueCount, int FalseCount) : ColumnSummary;
