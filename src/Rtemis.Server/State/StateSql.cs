using Microsoft.Data.Sqlite;

namespace Rtemis.Server.State;

/// <summary>Connections and commands for the program's own statements. Values never stand in their texts: they go in as parameters.</summary>
static class StateSql
{
    /// <summary>A connection to a file, not opened yet.</summary>
    public static SqliteConnection Connection(string path) => new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());

    /// <summary>A command.</summary>
    public static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are this program's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    /// <summary>Runs statements that give nothing.</summary>
    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement that gives one whole number.</summary>
    public static long Number(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return (long)command.ExecuteScalar()!;
    }
}
