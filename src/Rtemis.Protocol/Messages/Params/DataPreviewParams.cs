using System.Text.Json;

namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of <c>data.preview</c>.</summary>
/// <param name="DataHandle">The table.</param>
/// <param name="Offset">The rows to pass over; null is 0.</param>
/// <param name="Limit">The most rows; null is 100.</param>
/// <param name="Columns">The columns; null is all.</param>
/// <param name="Sort">What to order the rows by; null is their own order.</param>
public sealed record DataPreviewParams(
    string? DataHandle, JsonElement? Offset = null, JsonElement? Limit = null, IReadOnlyList<string?>? Columns = null, IReadOnlyList<SortEntry?>? Sort = null)
    : IWindowParams;
