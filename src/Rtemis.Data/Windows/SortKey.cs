namespace Rtemis.Data;

/// <summary>A column that rows are ordered by.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
public readonly record struct SortKey(string Column, bool Descending = false);
