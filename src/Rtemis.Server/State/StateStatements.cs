using Microsoft.Data.Sqlite;

namespace Rtemis.Server.State;

/// <summary>The statements of a connection, each compiled once.</summary>
sealed class StateStatements(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<string, SqliteCommand> _commands = [];

    /// <summary>The transaction that they belong to.</summary>
    public SqliteTransaction? Transaction { get; set; }

    /// <summary>Runs a statement and says how many rows it changed; always the same parameters in the same order for the same text.</summary>
    public int Run(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = StateSql.Command(connection, sql);
            foreach (var (name, _) in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
            _commands.Add(sql, command);
        }
        for (var i = 0; i < parameters.Length; i++) command.Parameters[i].Value = parameters[i].Value;
        command.Transaction = Transaction;
        return command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
    }
}
