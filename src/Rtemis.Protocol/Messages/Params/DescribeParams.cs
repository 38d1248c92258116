namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of the methods that describe an algorithm.</summary>
/// <param name="Name">Its name, in any case.</param>
/// <param name="Engine">The engine that is asked about; null for the default one.</param>
public sealed record DescribeParams(string? Name, string? Engine);
