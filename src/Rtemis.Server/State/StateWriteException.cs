using Microsoft.Data.Sqlite;

namespace Rtemis.Server.State;

/// <summary>The database could not be written; the message is for the client whose request failed with it.</summary>
sealed class StateWriteException(SqliteException inner) : IOException(Text(inner), inner)
{
    const int Full = 13;

    static string Text(SqliteException e) => e.SqliteErrorCode == Full
        ? "The server could not write its state: the disk is full. Nothing has changed."
        : "The server could not write its state; its log has the reason. Nothing has changed.";
}
