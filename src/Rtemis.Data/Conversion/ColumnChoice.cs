namespace Rtemis.Data;

/// <summary>A column of a table that is put together anew.</summary>
/// <param name="Name">Its name in the table that it comes from, and in the new one.</param>
/// <param name="Type">What it is to become, or null to stay what it is.</param>
public readonly record struct ColumnChoice(string Name, ColumnType? Type = null);
