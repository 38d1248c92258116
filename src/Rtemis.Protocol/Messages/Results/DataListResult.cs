namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>data.list</c>.</summary>
/// <param name="Handles">The tables, oldest first.</param>
public sealed record DataListResult(IReadOnlyList<DataEntry> Handles);
