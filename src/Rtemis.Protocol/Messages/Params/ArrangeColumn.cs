namespace Rtemis.Protocol.Messages;

/// <summary>A column of a table that is put together anew.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>factor</c>, <c>double</c>, <c>integer</c> or <c>logical</c>; null keeps its type.</param>
public sealed record ArrangeColumn(string? Name, string? Type = null);
