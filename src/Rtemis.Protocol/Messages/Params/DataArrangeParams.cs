namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of <c>data.arrange</c>.</summary>
/// <param name="DataHandle">The table that the columns are taken from.</param>
/// <param name="Name">The new table's name; null is that of the old one.</param>
/// <param name="Columns">The columns, in the order to have them in.</param>
public sealed record DataArrangeParams(string? DataHandle, string? Name, IReadOnlyList<ArrangeColumn?>? Columns);
