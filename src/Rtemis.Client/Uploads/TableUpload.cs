using System.Text.Json;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client;

/// <summary>
/// Sends a table in chunks. The server keeps what has come, over lost connections and its own restart, so the upload goes on with the chunk that it was at.
/// </summary>
/// <param name="line">The session's connection.</param>
/// <param name="name">The table's name.</param>
/// <param name="source">Its bytes.</param>
/// <param name="progress">Told the bytes that have arrived, or null.</param>
sealed class TableUpload(ServerLine line, string name, IUploadSource source, IProgress<long>? progress)
{
    static readonly ProtocolJson Json = ProtocolJson.Default;
    static readonly TimeSpan DropPatience = TimeSpan.FromSeconds(2);

    /// <exception cref="ServerErrorException">The server refuses it.</exception>
    /// <exception cref="ConnectionLostException">The connection is gone for good, or was lost at the very end and the table is not there.</exception>
    public async Task<DataEntry> RunAsync(CancellationToken cancellation)
    {
        if (source.TotalBytes == 0) throw new ArgumentException("The stream is empty: an Arrow IPC stream has at least a schema.");
        var before = await HandlesAsync(cancellation).ConfigureAwait(false);
        var begin = new UploadBeginParams(name, Number(source.TotalBytes), Number(source.Chunks));
        var upload = (await line.CallAsync(Methods.DataUploadBegin, begin, Json.UploadBeginParams, Json.UploadBeginResult, cancellation).ConfigureAwait(false)).UploadId;
        try
        {
            var arrived = 0L;
            for (var i = 0; i < source.Chunks; i++)
            {
                var chunk = await source.ReadAsync(i, cancellation).ConfigureAwait(false);
                await SendAsync(new UploadChunkParams(upload, i + 1), chunk, cancellation).ConfigureAwait(false);
                progress?.Report(arrived += chunk.Length);
            }
            return await EndAsync(upload, before, cancellation).ConfigureAwait(false);
        }
        catch
        {
            await DropAsync(upload).ConfigureAwait(false);
            throw;
        }
    }

    static JsonElement Number(long value) => JsonSerializer.SerializeToElement(value, Json.Int64);

    async Task SendAsync(UploadChunkParams chunk, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        for (var again = false; ; again = true)
        {
            try
            {
                await line.CallAsync(Methods.DataUploadChunk, chunk, Json.UploadChunkParams, bytes, cancellation).ConfigureAwait(false);
                return;
            }
            catch (ConnectionLostException e) when (e.WasSent)
            {
                // It may have arrived: it is sent again over the next connection.
            }
            catch (ServerErrorException e) when (again && e.Error.Code == ErrorCodes.InvalidParams)
            {
                // It had arrived. What else could be wrong with it, the end tells.
                return;
            }
        }
    }

    async Task<DataEntry> EndAsync(string upload, HashSet<string> before, CancellationToken cancellation)
    {
        ConnectionLostException? lost = null;
        while (true)
        {
            try
            {
                return await line.CallAsync(Methods.DataUploadEnd, new UploadIdParams(upload), Json.UploadIdParams, Json.DataEntry, cancellation).ConfigureAwait(false);
            }
            catch (ConnectionLostException e) when (e.WasSent)
            {
                lost = e;
            }
            catch (ServerErrorException e) when (lost is not null && e.Error.Code == ErrorCodes.NotFound)
            {
                // The end had arrived, and the upload is a table now unless something was wrong with it.
                var tables = await line.CallAsync(Methods.DataList, Json.DataListResult, cancellation).ConfigureAwait(false);
                return tables.Handles.LastOrDefault(t => t.Name == name && !before.Contains(t.DataHandle)) ?? throw lost;
            }
        }
    }

    async Task<HashSet<string>> HandlesAsync(CancellationToken cancellation) =>
        [.. (await line.CallAsync(Methods.DataList, Json.DataListResult, cancellation).ConfigureAwait(false)).Handles.Select(t => t.DataHandle)];

    // The server drops it by itself when nothing comes; this is sooner.
    async Task DropAsync(string upload)
    {
        using var patience = new CancellationTokenSource(DropPatience);
        try
        {
            await line.CallAsync(Methods.DataUploadCancel, new UploadIdParams(upload), Json.UploadIdParams, Json.CancelledResult, patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or ConnectionLostException or ServerErrorException or TimeoutException or ObjectDisposedException)
        {
            // It is the server's to do.
        }
    }
}
