namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of <c>data.describe</c>.</summary>
/// <param name="DataHandle">The table.</param>
/// <param name="Distribution">Whether each column also tells how its values are spread; null is no.</param>
public sealed record DataDescribeParams(string? DataHandle, bool? Distribution = null);
