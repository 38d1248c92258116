using System.Text.Json;

namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of <c>job.result</c>. Any of the last four asks for a window of a table slice.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Slice">The slice; null is the summary.</param>
/// <param name="Offset">The rows to pass over; null is 0.</param>
/// <param name="Limit">The most rows; null is 100.</param>
/// <param name="Columns">The columns; null is all.</param>
/// <param name="Sort">What to order the rows by; null is their own order.</param>
public sealed record JobResultParams(
    string? JobId, string? Slice, JsonElement? Offset = null, JsonElement? Limit = null, IReadOnlyList<string?>? Columns = null,
    IReadOnlyList<SortEntry?>? Sort = null) : IWindowParams;
