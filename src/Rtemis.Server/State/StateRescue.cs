using System.Data;
using Microsoft.Data.Sqlite;

namespace Rtemis.Server.State;

/// <summary>Copies what can be read of a damaged database.</summary>
static class StateRescue
{
    static readonly (string Table, string[] Columns, string Key)[] Tables =
    [
        ("items", ["kind", "id", "session", "body", "digest"], "kind, id"),
        ("chunks", ["upload", "number", "offset", "bytes", "digest"], "upload, number"),
        ("events", ["session", "seq", "frame", "digest"], "session, seq"),
    ];

    /// <summary>Copies the rows; says how many. Those that are wrong in themselves are told by their digests later.</summary>
    public static int Copy(string damaged, SqliteConnection target)
    {
        using var source = StateSql.Connection(damaged);
        using var transaction = target.BeginTransaction(deferred: false);
        using var statements = new StateStatements(target) { Transaction = transaction };
        var copied = 0;
        foreach (var (table, columns, key) in Tables)
        {
            var insert = $"INSERT OR IGNORE INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "$" + c))})";
            // From both ends, each up to the damage.
            foreach (var order in (string[])[key, string.Join(", ", key.Split(", ").Select(k => k + " DESC"))])
                copied += CopyUntilDamage(source, $"SELECT {string.Join(", ", columns)} FROM {table} ORDER BY {order}", columns, insert, statements);
        }
        transaction.Commit();
        return copied;
    }

    static int CopyUntilDamage(SqliteConnection source, string select, string[] columns, string insert, StateStatements target)
    {
        var copied = 0;
        try
        {
            if (source.State == ConnectionState.Closed) source.Open();
            using var command = StateSql.Command(source, select);
            using var reader = command.ExecuteReader();
            while (reader.Read())
                copied += target.Run(insert, [.. columns.Select((c, i) => ("$" + c, reader[i]))]);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is StateFile.Corrupt or StateFile.NotADatabase)
        {
            // What lies behind the damage is read from the other end.
        }
        return copied;
    }
}
