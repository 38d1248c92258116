using Microsoft.Data.Sqlite;

namespace Rtemis.Server.State;

/// <summary>
/// The database's tables and how older databases become like them. What is looked up is in columns; what a row says is JSON with a digest, so that a new
/// field needs no migration and a damaged row is told from a good one.
/// </summary>
static class StateSchema
{
    // "rtms", so that a database of somebody else's is not taken for ours.
    const int ApplicationId = 0x72746d73;

    // Each takes a database of the version that is its index to the next one.
    static readonly string[] Migrations =
    [
        """
        CREATE TABLE items (kind INTEGER NOT NULL, id TEXT NOT NULL, session TEXT NOT NULL, body BLOB NOT NULL, digest INTEGER NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
        CREATE TABLE chunks (upload TEXT NOT NULL, number INTEGER NOT NULL, offset INTEGER NOT NULL, bytes INTEGER NOT NULL, digest INTEGER NOT NULL, PRIMARY KEY (upload, number)) WITHOUT ROWID;
        CREATE TABLE events (session TEXT NOT NULL, seq INTEGER NOT NULL, frame BLOB NOT NULL, digest INTEGER NOT NULL, PRIMARY KEY (session, seq)) WITHOUT ROWID;
        """,
    ];

    /// <summary>Brings a database that was just opened to today's version.</summary>
    /// <exception cref="StateException">It is no state of this program, or a newer one's.</exception>
    public static void Prepare(SqliteConnection connection, string path)
    {
        var version = StateSql.Number(connection, "PRAGMA user_version");
        var isNew = version == 0 && StateSql.Number(connection, "SELECT count(*) FROM sqlite_master") == 0;
        if (!isNew && StateSql.Number(connection, "PRAGMA application_id") != ApplicationId) throw new StateException($"{path} is no state of this program.");
        if (version > Migrations.Length)
            throw new StateException($"{path} was written by a newer version of this program (its state has version {version}, this one knows {Migrations.Length}).");
        for (var next = (int)version; next < Migrations.Length; next++)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            StateSql.Run(connection, $"{Migrations[next]} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {next + 1};");
            transaction.Commit();
        }
    }
}
