namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>data.preview</c>, and of <c>job.result</c> for a window of a table: what the payload holds.</summary>
/// <param name="Rows">The rows of the window; without any there is no payload.</param>
/// <param name="Cols">Its columns.</param>
/// <param name="Columns">Their names.</param>
/// <param name="Format">Always <c>arrow-ipc</c>.</param>
/// <param name="Offset">The rows that were passed over.</param>
/// <param name="TotalRows">The rows of the whole table.</param>
public sealed record TableWindowResult(int Rows, int Cols, IReadOnlyList<string> Columns, string Format, long Offset, int TotalRows);
