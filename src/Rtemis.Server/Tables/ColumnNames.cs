using Rtemis.Data;
using Rtemis.Protocol;
using Rtemis.Server.Dispatch;

namespace Rtemis.Server.Tables;

/// <summary>Checks names that a client gave for columns of a table.</summary>
static class ColumnNames
{
    /// <summary>The names, each of which is that of a column and is there once.</summary>
    /// <param name="field">The parameter, for messages.</param>
    /// <param name="names">What was given.</param>
    /// <param name="table">The table.</param>
    /// <exception cref="ProtocolException">There is none, or one is missing, not of the table, or given twice.</exception>
    public static IReadOnlyList<string> Check(string field, IEnumerable<string?> names, Table table)
    {
        var known = table.Columns.Select(c => c.Name).ToHashSet();
        var given = new List<string>();
        foreach (var name in names) given.Add(name ?? throw Refusal($"`{field}` has an entry without a column's name."));
        if (given.Count == 0) throw Refusal($"`{field}` must name at least one column (got []).");
        var unknown = given.Where(name => !known.Contains(name)).Distinct().ToList();
        if (unknown.Count > 0) throw Refusal($"`{field}` has names that are not in the table: {Shown.Json(string.Join(", ", unknown))}.");
        var twice = given.GroupBy(name => name).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToList();
        return twice.Count == 0 ? given : throw Refusal($"`{field}` names columns more than once: {Shown.Json(string.Join(", ", twice))}.");
    }

    static ProtocolException Refusal(string message) => new(ErrorCodes.InvalidParams, message);
}
