namespace Rtemis.Protocol.Messages;

/// <summary>A column to order rows by.</summary>
/// <param name="Column">The column.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
public sealed record SortEntry(string? Column, bool? Descending = null);
