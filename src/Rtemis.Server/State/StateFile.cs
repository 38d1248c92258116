using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Rtemis.Server.State;

/// <summary>Opens the database file. A damaged one is set aside, and what can still be read of it goes into a new one.</summary>
static partial class StateFile
{
    /// <summary>SQLite's code for a database with damaged pages.</summary>
    public const int Corrupt = 11;

    /// <summary>SQLite's code for a file that is no database.</summary>
    public const int NotADatabase = 26;

    /// <summary>The open database and what it holds.</summary>
    /// <exception cref="StateException">It can't be used.</exception>
    public static (SqliteConnection Connection, StateContent Content) Open(StateFolder folder, ILogger log)
    {
        try
        {
            return OpenAndRead(folder.Database);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Corrupt or NotADatabase)
        {
            var aside = SetAside(folder);
            LogDamaged(log, folder.Database, aside, e.Message);
            return Rescue(folder, Path.Combine(aside, Path.GetFileName(folder.Database)), log);
        }
        catch (SqliteException e)
        {
            throw new StateException($"The state in {folder.Root} can't be used: {e.Message}", e);
        }
    }

    static (SqliteConnection Connection, StateContent Content) OpenAndRead(string path)
    {
        var connection = StateSql.Connection(path);
        try
        {
            connection.Open();
            // Only this process uses it: its index of the log stays in memory, and nobody else can come in between.
            StateSql.Run(connection, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = 67108864;");
            StateSchema.Prepare(connection, path);
            return (connection, StateContent.Read(connection));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Nothing is deleted: a person may still get something out of it.
    static string SetAside(StateFolder folder)
    {
        var aside = Path.Combine(folder.Root, "damaged-" + DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(aside);
        foreach (var suffix in (string[])["", "-wal", "-shm"])
            if (File.Exists(folder.Database + suffix)) File.Move(folder.Database + suffix, Path.Combine(aside, Path.GetFileName(folder.Database) + suffix));
        return aside;
    }

    static (SqliteConnection Connection, StateContent Content) Rescue(StateFolder folder, string damaged, ILogger log)
    {
        var (connection, _) = OpenAndRead(folder.Database);
        var saved = StateRescue.Copy(damaged, connection);
        LogRescued(log, saved);
        if (saved == 0) SetFilesAside(folder, Path.GetDirectoryName(damaged)!);
        return (connection, StateContent.Read(connection));
    }

    // Nothing says what they are: the clean-up would take them for leftovers.
    static void SetFilesAside(StateFolder folder, string aside)
    {
        foreach (var path in (string[])[folder.Data, folder.Jobs])
        {
            if (!Directory.EnumerateFileSystemEntries(path).Any()) continue;
            Directory.Move(path, Path.Combine(aside, Path.GetFileName(path)));
            Directory.CreateDirectory(path);
        }
    }

    [LoggerMessage(810, LogLevel.Error, "{Path} is damaged and was set aside to {Aside}: {Reason}")]
    static partial void LogDamaged(ILogger log, string path, string aside, string reason);

    [LoggerMessage(811, LogLevel.Warning, "{Count} rows of the damaged database could be read and are kept.")]
    static partial void LogRescued(ILogger log, int count);
}
