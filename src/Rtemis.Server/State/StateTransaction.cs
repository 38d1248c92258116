using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Rtemis.Engines;

namespace Rtemis.Server.State;

/// <summary>What can be changed in the database, all of it or nothing. Only valid within the call that it was given to.</summary>
sealed class StateTransaction(StateStatements statements)
{
    static readonly StateJson Json = StateJson.Default;

    /// <summary>Adds a session, or changes it.</summary>
    public void Put(SessionRow row) => Put(ItemKind.Session, row.Id, row.Id, row, Json.SessionRow);

    /// <summary>Removes a session with all that it has.</summary>
    public void RemoveSession(string id)
    {
        statements.Run(
            "DELETE FROM chunks WHERE upload IN (SELECT id FROM items WHERE kind = $kind AND session = $session)", ("$kind", (int)ItemKind.Upload), ("$session", id));
        statements.Run("DELETE FROM events WHERE session = $session", ("$session", id));
        statements.Run("DELETE FROM items WHERE session = $session", ("$session", id));
    }

    /// <summary>Adds a table, or changes it.</summary>
    public void Put(TableRow row) => Put(ItemKind.Table, row.Id, row.Session, row, Json.TableRow);

    public void RemoveTable(string id) => Remove(ItemKind.Table, id);

    /// <summary>Adds a job, or changes it.</summary>
    public void Put(JobRow row) => Put(ItemKind.Job, row.Id, row.Session, row, Json.JobRow);

    public void RemoveJob(string id) => Remove(ItemKind.Job, id);

    /// <summary>Adds an upload.</summary>
    public void Put(UploadRow row) => Put(ItemKind.Upload, row.Id, row.Session, row, Json.UploadRow);

    /// <summary>Adds a chunk of an upload.</summary>
    public void Add(ChunkRow row) => statements.Run(
        "INSERT OR REPLACE INTO chunks (upload, number, offset, bytes, digest) VALUES ($upload, $number, $offset, $bytes, $digest)",
        ("$upload", row.Upload), ("$number", row.Index), ("$offset", row.Offset), ("$bytes", row.Digest.Bytes), ("$digest", unchecked((long)row.Digest.Hash)));

    public void RemoveUpload(string id)
    {
        statements.Run("DELETE FROM chunks WHERE upload = $upload", ("$upload", id));
        Remove(ItemKind.Upload, id);
    }

    /// <summary>Adds an event.</summary>
    public void Add(EventRow row) => statements.Run(
        "INSERT OR REPLACE INTO events (session, seq, frame, digest) VALUES ($session, $seq, $frame, $digest)",
        ("$session", row.Session), ("$seq", row.Seq), ("$frame", row.Frame), ("$digest", Digest(row.Frame)));

    /// <summary>Forgets a session's events up to a number, but never the latest: from it the next number follows.</summary>
    public void ForgetEvents(string session, long upTo) => statements.Run(
        "DELETE FROM events WHERE session = $session AND seq <= $seq AND seq < (SELECT max(seq) FROM events WHERE session = $session)",
        ("$session", session), ("$seq", upTo));

    /// <summary>A row's digest as the database keeps it.</summary>
    public static long Digest(ReadOnlySpan<byte> body) => unchecked((long)FileDigest.Of(body).Hash);

    void Put<T>(ItemKind kind, string id, string session, T row, JsonTypeInfo<T> type)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(row, type);
        statements.Run(
            "INSERT OR REPLACE INTO items (kind, id, session, body, digest) VALUES ($kind, $id, $session, $body, $digest)",
            ("$kind", (int)kind), ("$id", id), ("$session", session), ("$body", body), ("$digest", Digest(body)));
    }

    void Remove(ItemKind kind, string id) => statements.Run("DELETE FROM items WHERE kind = $kind AND id = $id", ("$kind", (int)kind), ("$id", id));
}

/// <summary>What an item is. The numbers are in databases.</summary>
enum ItemKind
{
    Session = 1,
    Table = 2,
    Job = 3,
    Upload = 4,
}
