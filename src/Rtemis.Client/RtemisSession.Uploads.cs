using Rtemis.Data;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client;

/// <content>Tables on their way in.</content>
public sealed partial class RtemisSession
{
    /// <summary>Uploads a table.</summary>
    /// <inheritdoc cref="UploadAsync(string, Stream, IProgress{long}?, CancellationToken)"/>
    public async Task<RtemisTable> UploadAsync(string name, Table table, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        var buffer = new ChunkBuffer(_line.Dialer.Options.UploadChunkBytes);
        await using (buffer.ConfigureAwait(false))
        {
            await Task.Run(() => ArrowStreamWriter.Write(table, buffer), cancellation).ConfigureAwait(false);
            return await SendAsync(name, buffer, progress, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Uploads a table in chunks. It goes on over lost connections and a restart of the server; a stream that can't tell its length is held in memory.
    /// </summary>
    /// <param name="name">The table's name.</param>
    /// <param name="arrowStream">An Arrow IPC stream, from its position on.</param>
    /// <param name="progress">Told the bytes that the server has, or null.</param>
    /// <param name="cancellation">Stops the upload; the server drops what it has.</param>
    /// <exception cref="ServerErrorException">It is no table, or there is no room.</exception>
    public async Task<RtemisTable> UploadAsync(string name, Stream arrowStream, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        var chunkBytes = _line.Dialer.Options.UploadChunkBytes;
        if (arrowStream.CanSeek) return await SendAsync(name, new StreamSource(arrowStream, chunkBytes), progress, cancellation).ConfigureAwait(false);
        var buffer = new ChunkBuffer(chunkBytes);
        await using (buffer.ConfigureAwait(false))
        {
            await arrowStream.CopyToAsync(buffer, cancellation).ConfigureAwait(false);
            return await SendAsync(name, buffer, progress, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Uploads a file of delimited text, which is read here first (<see cref="CsvTableReader"/>).</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="csv">The text, from its position on.</param>
    /// <param name="options">How it is to be read; null for the defaults.</param>
    /// <param name="progress">Told the bytes that the server has, or null.</param>
    /// <param name="cancellation">Stops reading and uploading; the server drops what it has.</param>
    /// <exception cref="CsvFormatException">It is no delimited text, or not what the options say.</exception>
    /// <exception cref="ServerErrorException">There is no room.</exception>
    public async Task<RtemisTable> UploadCsvAsync(
        string name, Stream csv, CsvReadOptions? options = null, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        var table = await Task.Run(() => CsvTableReader.Read(csv, options, cancellation), cancellation).ConfigureAwait(false);
        return await UploadAsync(name, table, progress, cancellation).ConfigureAwait(false);
    }

    /// <summary>Uploads a table of at most 255 MiB in one frame: one request, which is not sent again if the connection is lost meanwhile.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="arrowStream">An Arrow IPC stream.</param>
    /// <param name="cancellation">Stops waiting; the table may come all the same.</param>
    public async Task<RtemisTable> UploadFrameAsync(string name, ReadOnlyMemory<byte> arrowStream, CancellationToken cancellation = default) =>
        new(_line, await _line.CallAsync(Methods.DataUpload, new NameParams(name), Json.NameParams, Json.DataEntry, cancellation, arrowStream).ConfigureAwait(false));

    async Task<RtemisTable> SendAsync(string name, IUploadSource source, IProgress<long>? progress, CancellationToken cancellation) =>
        new(_line, await new TableUpload(_line, name, source, progress).RunAsync(cancellation).ConfigureAwait(false));
}
