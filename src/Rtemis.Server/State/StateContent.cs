using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Data.Sqlite;
using Rtemis.Engines;

namespace Rtemis.Server.State;

/// <summary>All that a database holds, read once at the start.</summary>
/// <param name="Sessions">The sessions, oldest first.</param>
/// <param name="Tables">The tables, oldest first.</param>
/// <param name="Uploads">The uploads.</param>
/// <param name="Chunks">Their chunks.</param>
/// <param name="Jobs">The jobs in the order in which they were submitted.</param>
/// <param name="Events">The events by session and number.</param>
/// <param name="Damaged">Rows that are not what was written.</param>
sealed record StateContent(
    IReadOnlyList<SessionRow> Sessions, IReadOnlyList<TableRow> Tables, IReadOnlyList<UploadRow> Uploads, ILookup<string, ChunkRow> Chunks,
    IReadOnlyList<JobRow> Jobs, ILookup<string, EventRow> Events, IReadOnlyList<string> Damaged)
{
    /// <summary>Reads a database.</summary>
    /// <exception cref="SqliteException">It is damaged.</exception>
    public static StateContent Read(SqliteConnection connection)
    {
        var json = StateJson.Default;
        var damaged = new List<string>();
        return new(
            [.. Items(connection, ItemKind.Session, json.SessionRow, damaged).OrderBy(s => s.Created)],
            [.. Items(connection, ItemKind.Table, json.TableRow, damaged).OrderBy(t => t.Number)],
            [.. Items(connection, ItemKind.Upload, json.UploadRow, damaged)],
            Rows(connection, "SELECT upload, number, offset, bytes, digest FROM chunks", Chunk).ToLookup(c => c.Upload),
            [.. Items(connection, ItemKind.Job, json.JobRow, damaged).OrderBy(j => j.Number)],
            EventRows(connection, damaged).ToLookup(e => e.Session),
            damaged);
    }

    static IEnumerable<T> Items<T>(SqliteConnection connection, ItemKind kind, JsonTypeInfo<T> type, List<string> damaged)
        where T : class
    {
        var rows = Rows(connection, $"SELECT id, body, digest FROM items WHERE kind = {(int)kind}", r => (Id: r[0] as string ?? "?", Body: r[1] as byte[], Digest: r[2] as long?));
        foreach (var (id, body, digest) in rows)
        {
            if (Parse(body, digest, type) is { } row) yield return row;
            else damaged.Add(id);
        }
    }

    // A digest that is right over JSON that is wrong would be a fault of ours, and not hidden.
    static T? Parse<T>(byte[]? body, long? digest, JsonTypeInfo<T> type)
        where T : class => body is not null && StateTransaction.Digest(body) == digest ? JsonSerializer.Deserialize(body, type) : null;

    static IEnumerable<EventRow> EventRows(SqliteConnection connection, List<string> damaged)
    {
        var rows = Rows(
            connection, "SELECT session, seq, frame, digest FROM events ORDER BY session, seq",
            r => (Session: r[0] as string ?? "?", Seq: r[1] as long? ?? 0, Frame: r[2] as byte[], Digest: r[3] as long?));
        foreach (var (session, seq, frame, digest) in rows)
        {
            if (frame is not null && StateTransaction.Digest(frame) == digest) yield return new EventRow(session, seq, frame);
            else damaged.Add(FormattableString.Invariant($"event {seq} of {session}"));
        }
    }

    static ChunkRow Chunk(DbDataReader r) =>
        new(r.GetString(0), r.GetInt32(1), r.GetInt64(2), new FileDigest(r.GetInt64(3), unchecked((ulong)r.GetInt64(4))));

    static IEnumerable<T> Rows<T>(SqliteConnection connection, string sql, Func<DbDataReader, T> read)
    {
        using var command = StateSql.Command(connection, sql);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return read(reader);
    }
}
