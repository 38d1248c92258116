namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of the methods that take one name.</summary>
/// <param name="Name">An algorithm's, a session's or a table's name.</param>
public sealed record NameParams(string? Name);
