using System.Diagnostics;
using Rtemis.Load.Wire;

namespace Rtemis.Load.Scenarios;

/// <summary>A table on its way to the server in chunks that follow each other without waiting.</summary>
sealed class Uploading
{
    public const int ChunkBytes = 4 << 20;

    readonly int _bytes;
    readonly List<ReadOnlyMemory<byte>> _chunks;

    /// <param name="table">An Arrow stream.</param>
    public Uploading(byte[] table)
    {
        _bytes = table.Length;
        _chunks = [.. Enumerable.Range(0, (_bytes + ChunkBytes - 1) / ChunkBytes)
            .Select(i => table.AsMemory(i * ChunkBytes, Math.Min(ChunkBytes, _bytes - i * ChunkBytes)))];
    }

    /// <summary>Uploads it; the table's handle.</summary>
    /// <param name="connection">A connection that is attached to a session.</param>
    /// <param name="clock">Runs from the first request to the handle; making the messages is not in it.</param>
    public string Upload(RawConnection connection, Stopwatch clock)
    {
        clock.Start();
        var id = connection.Call("data.upload.begin", $$"""{"name":"load","total_bytes":{{_bytes}},"n_chunks":{{_chunks.Count}}}""")
            .GetProperty("upload_id").GetString();
        clock.Stop();
        var messages = _chunks.Select((c, i) => ClientMessages.Request(
            "data.upload.chunk", $$"""{"upload_id":"{{id}}","chunk_index":{{i + 1}}}""", c.Span)).ToList();
        clock.Start();
        foreach (var message in messages) connection.Send(message);
        foreach (var _ in messages) connection.Result();
        var handle = connection.Call("data.upload.end", $$"""{"upload_id":"{{id}}"}""").GetProperty("data_handle").GetString()!;
        clock.Stop();
        return handle;
    }
}
