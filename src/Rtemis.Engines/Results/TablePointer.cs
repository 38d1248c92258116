using System.Text.Json.Nodes;

namespace Rtemis.Engines;

/// <summary>Where a table slice is and what it holds, as an answer tells it.</summary>
/// <param name="Path">The Arrow stream file, or null where there is nothing to show.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Columns">The columns' names.</param>
/// <param name="Extra">Further fields of the answer, or null.</param>
public sealed record TablePointer(string? Path, int Rows, IReadOnlyList<string> Columns, JsonObject? Extra);
