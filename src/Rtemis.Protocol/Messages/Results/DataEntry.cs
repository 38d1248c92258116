namespace Rtemis.Protocol.Messages;

/// <summary>A data handle.</summary>
/// <param name="DataHandle">The handle.</param>
/// <param name="Name">The table's name.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Cols">Its columns.</param>
public sealed record DataEntry(string DataHandle, string Name, int Rows, int Cols);
