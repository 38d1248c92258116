using System.Text.Json;

namespace Rtemis.Protocol.Messages;

/// <summary>The parameters that ask for a part of a table; where all are null none was asked for.</summary>
public interface IWindowParams
{
    /// <summary>The rows to pass over, a whole number of 0 or more.</summary>
    JsonElement? Offset { get; }

    /// <summary>The most rows, a whole number of 0 or more.</summary>
    JsonElement? Limit { get; }

    /// <summary>The columns, in the order to send them in; null for all.</summary>
    IReadOnlyList<string?>? Columns { get; }

    /// <summary>What to order the rows by, the weightiest first; null for their own order.</summary>
    IReadOnlyList<SortEntry?>? Sort { get; }
}
