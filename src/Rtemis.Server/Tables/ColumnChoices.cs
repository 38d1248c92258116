using Rtemis.Data;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Dispatch;

namespace Rtemis.Server.Tables;

/// <summary>Reads which columns a client wants a table to be put together of.</summary>
static class ColumnChoices
{
    static readonly Dictionary<string, ColumnType> Types = new()
    {
        ["factor"] = ColumnType.Factor,
        ["double"] = ColumnType.Double,
        ["integer"] = ColumnType.Integer,
        ["logical"] = ColumnType.Logical,
    };

    /// <summary>The choices.</summary>
    /// <exception cref="ProtocolException">A name is missing, not of the table or given twice, or a type is unknown.</exception>
    public static IReadOnlyList<ColumnChoice> Read(IReadOnlyList<ArrangeColumn?>? columns, Table table)
    {
        if (columns is null) throw new ProtocolException(ErrorCodes.InvalidParams, "`columns` is required.");
        var names = ColumnNames.Check("columns", columns.Select(c => c?.Name), table);
        return [.. names.Zip(columns, (name, column) => new ColumnChoice(name, Type(name, column!.Type)))];
    }

    static ColumnType? Type(string column, string? type) => type is null ? null
        : Types.TryGetValue(type, out var known) ? known
        : throw new ProtocolException(
            ErrorCodes.InvalidParams, $"`type` of column '{Shown.Json(column)}' must be one of {string.Join(", ", Types.Keys)} (got '{Shown.Json(type)}').");
}
