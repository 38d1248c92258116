using System.Text.Json;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Dispatch;

namespace Rtemis.Server.Tables;

/// <summary>The part of a table that a client wants. Names are checked when the table is there.</summary>
/// <param name="Offset">The rows to pass over.</param>
/// <param name="Limit">The most rows.</param>
/// <param name="Columns">The columns' names, or null for all.</param>
/// <param name="Sort">What to order the rows by; empty for their own order.</param>
sealed record WindowRequest(long Offset, long Limit, IReadOnlyList<string?>? Columns, IReadOnlyList<SortEntry?> Sort)
{
    const long DefaultLimit = 100;

    /// <summary>Whether any part of a window is asked for.</summary>
    public static bool IsIn(IWindowParams parameters) => parameters is not { Offset: null, Limit: null, Columns: null, Sort: null };

    /// <summary>Reads the parameters, with defaults for what is not given.</summary>
    /// <exception cref="ProtocolException">A number is negative or not whole.</exception>
    public static WindowRequest Read(IWindowParams parameters) => new(
        Whole(parameters.Offset, "offset", 0), Whole(parameters.Limit, "limit", DefaultLimit), parameters.Columns, parameters.Sort ?? []);

    static long Whole(JsonElement? value, string name, long otherwise)
    {
        if (value is not { } given) return otherwise;
        return given.ValueKind == JsonValueKind.Number && given.TryGetInt64(out var number) && number >= 0
            ? number
            : throw new ProtocolException(ErrorCodes.InvalidParams, $"`{name}` must be a whole number of 0 or more (got {Shown.Json(given.GetRawText())}).");
    }
}
