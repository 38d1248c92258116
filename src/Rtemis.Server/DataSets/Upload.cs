using System.Buffers;
using Microsoft.Win32.SafeHandles;
using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Server.State;

namespace Rtemis.Server.DataSets;

/// <summary>
/// A table that comes in chunks, in any order. Chunks are written one behind the other as they come and put in order at the end. What has come outlives the
/// server: a client may go on where it was.
/// </summary>
sealed class Upload : IDisposable
{
    readonly UploadRow _row;
    readonly DataFiles _files;
    readonly StateStore _store;
    readonly TimeProvider _clock;
    readonly string _path;
    readonly ChunkRow?[] _chunks;
    readonly SemaphoreSlim _turn = new(1);
    readonly RunningDigest _digest = new();
    SafeFileHandle? _file;
    long _lastUsed;
    int _restored;
    bool _moved;
    bool _gone;

    /// <param name="row">The upload as the database has it.</param>
    /// <param name="files">Where its file is; its bytes count in their limit.</param>
    /// <param name="store">The database.</param>
    /// <param name="clock">The time.</param>
    public Upload(UploadRow row, DataFiles files, StateStore store, TimeProvider clock)
    {
        _row = row;
        _files = files;
        _store = store;
        _path = files.UploadPathOf(row.Id);
        _chunks = new ChunkRow?[row.Chunks];
        _clock = clock;
        _lastUsed = clock.GetTimestamp();
    }

    public string Id => _row.Id;

    public string Name => _row.Name;

    public long TotalBytes => _row.TotalBytes;

    public int ReceivedCount { get; private set; }

    public long ReceivedBytes { get; private set; }

    /// <summary>The digest of the whole table, or null where the chunks came in another order or in part to another process.</summary>
    public FileDigest? Digest => _restored == 0 ? _digest.Value : null;

    /// <summary>How long nothing has come.</summary>
    public TimeSpan Idle => _clock.GetElapsedTime(Interlocked.Read(ref _lastUsed));

    /// <summary>Makes the file and keeps the upload.</summary>
    public void Create()
    {
        _file = Open(FileMode.CreateNew);
        _store.Write(tx => tx.Put(_row));
    }

    /// <summary>Takes the chunks that came when another process was the server. False when their bytes are not all there.</summary>
    public bool Restore(IEnumerable<ChunkRow> chunks)
    {
        foreach (var chunk in chunks) Take(chunk);
        _restored = ReceivedCount;
        // The server may have ended just when the table was whole and not yet kept.
        var moved = _files.PathOf(Ids.DataOf(Id));
        if (!File.Exists(_path) && File.Exists(moved)) File.Move(moved, _path);
        if (!File.Exists(_path) || new FileInfo(_path).Length < ReceivedBytes) return false;
        _file = Open(FileMode.Open);
        return true;
    }

    /// <summary>Writes a chunk.</summary>
    /// <exception cref="ProtocolException">The number is out of range or was sent before, or the bytes are more than announced.</exception>
    public Task WriteAsync(int index, ReadOnlySequence<byte> payload, CancellationToken cancellation) =>
        InTurnAsync(() => WriteChunkAsync(index, payload, cancellation), cancellation);

    /// <summary>Moves the whole table to <paramref name="path"/>.</summary>
    /// <exception cref="ProtocolException">Chunks or bytes are missing.</exception>
    public Task FinishAsync(string path, CancellationToken cancellation) => InTurnAsync(() => MoveAsync(path, cancellation), cancellation);

    /// <summary>Drops the file, once nobody writes to it.</summary>
    public void Dispose()
    {
        _turn.Wait();
        _gone = true;
        _file?.Dispose();
        File.Delete(_path);
        if (!_moved) _files.Limit.Remove(TotalBytes);
        _store.Settle(tx => tx.RemoveUpload(Id));
        _turn.Release();
    }

    SafeFileHandle Open(FileMode mode) => File.OpenHandle(_path, mode, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, FileOptions.Asynchronous);

    void Take(ChunkRow chunk)
    {
        _chunks[chunk.Index - 1] = chunk;
        ReceivedBytes += chunk.Digest.Bytes;
        ReceivedCount++;
    }

    // Connections of one session may send chunks of one upload at the same time.
    async Task InTurnAsync(Func<Task> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_gone) throw new ProtocolException(ErrorCodes.NotFound, $"Unknown upload_id '{Id}'.");
            await work().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    async Task WriteChunkAsync(int index, ReadOnlySequence<byte> payload, CancellationToken cancellation)
    {
        if (index < 1 || index > _chunks.Length)
            throw new ProtocolException(ErrorCodes.InvalidParams, $"`chunk_index` must be between 1 and {_chunks.Length} (got {index}).");
        if (_chunks[index - 1] is not null) throw new ProtocolException(ErrorCodes.InvalidParams, $"Chunk {index} already received.");
        if (ReceivedBytes + payload.Length > TotalBytes)
            throw new ProtocolException(
                ErrorCodes.InvalidParams, $"Chunk {index} has {payload.Length} bytes, but of the {TotalBytes} announced only {TotalBytes - ReceivedBytes} are left.");
        await RandomAccess.WriteAsync(_file!, DataFiles.Segments(payload), ReceivedBytes, cancellation).ConfigureAwait(false);
        var chunk = new ChunkRow(Id, index, ReceivedBytes, FileDigest.Of(payload));
        // What the system has, the end of this process leaves.
        _store.Write(tx => tx.Add(chunk), flush: false);
        _digest.Append(payload, isNext: index == ReceivedCount + 1);
        Take(chunk);
        Interlocked.Exchange(ref _lastUsed, _clock.GetTimestamp());
    }

    async Task MoveAsync(string path, CancellationToken cancellation)
    {
        if (ReceivedCount < _chunks.Length)
            throw new ProtocolException(ErrorCodes.InvalidParams, $"Upload incomplete: received {ReceivedCount} of {_chunks.Length} chunks.");
        if (ReceivedBytes < TotalBytes)
            throw new ProtocolException(ErrorCodes.InvalidParams, $"Upload incomplete: received {ReceivedBytes} of {TotalBytes} bytes.");
        if (_restored > 0) RequireIntact();
        if (IsInOrder()) File.Move(_path, path);
        else await CopyInOrderAsync(path, cancellation).ConfigureAwait(false);
        _moved = true;
    }

    // A machine that lost its power may have lost what had come before.
    void RequireIntact()
    {
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        foreach (var chunk in _chunks)
        {
            file.Position = chunk!.Offset;
            if (FileDigest.Of(file, chunk.Digest.Bytes) != chunk.Digest)
                throw new ProtocolException(ErrorCodes.IoError, $"Chunk {chunk.Index} was damaged on disk. Upload the table again.");
        }
    }

    bool IsInOrder()
    {
        var end = 0L;
        foreach (var chunk in _chunks)
        {
            if (chunk!.Offset != end) return false;
            end += chunk.Digest.Bytes;
        }
        return true;
    }

    async Task CopyInOrderAsync(string path, CancellationToken cancellation)
    {
        const int BlockSize = 1 << 20;
        using var target = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous);
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            var written = 0L;
            foreach (var chunk in _chunks)
            {
                for (var done = 0L; done < chunk!.Digest.Bytes;)
                {
                    var want = (int)Math.Min(BlockSize, chunk.Digest.Bytes - done);
                    var read = await RandomAccess.ReadAsync(_file!, block.AsMemory(0, want), chunk.Offset + done, cancellation).ConfigureAwait(false);
                    await RandomAccess.WriteAsync(target, block.AsMemory(0, read), written, cancellation).ConfigureAwait(false);
                    done += read;
                    written += read;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
