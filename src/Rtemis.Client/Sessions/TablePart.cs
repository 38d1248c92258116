using System.Text.Json;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client;

/// <summary>The part of a table that is asked for.</summary>
public sealed record TablePart
{
    /// <summary>The rows to pass over.</summary>
    public int Offset { get; init; }

    /// <summary>The most rows. Default: 100.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>The columns, in the order to have them in; null for all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>What to order the rows by, the weightiest first; null for their own order.</summary>
    public IReadOnlyList<SortEntry>? Sort { get; init; }

    internal JsonElement OffsetJson => JsonSerializer.SerializeToElement(Offset, ProtocolJson.Default.Int64);

    internal JsonElement LimitJson => JsonSerializer.SerializeToElement(Limit, ProtocolJson.Default.Int64);
}
