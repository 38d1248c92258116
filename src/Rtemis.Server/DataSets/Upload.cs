using System.Buffers;
using Microsoft.Win32.SafeHandles;
using Rtemis.Protocol;

namespace Rtemis.Server.DataSets;

/// <summary>A table that comes in chunks, in any order. Chunks are written one behind the other as they come and put in order at the end.</summary>
sealed class Upload : IDisposable
{
    readonly string _path;
    readonly (long Offset, long Length)?[] _chunks;
    readonly SafeFileHandle _file;
    readonly SemaphoreSlim _turn = new(1);
    bool _gone;

    public Upload(string name, long totalBytes, int chunks, string folder, DateTimeOffset now)
    {
        Name = name;
        TotalBytes = totalBytes;
        _chunks = new (long, long)?[chunks];
        _path = Path.Combine(folder, Id);
        _file = File.OpenHandle(_path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.Asynchronous);
        LastUsed = now;
    }

    public string Id { get; } = Ids.Upload();

    public string Name { get; }

    public long TotalBytes { get; }

    public int ReceivedCount { get; private set; }

    public long ReceivedBytes { get; private set; }

    public DateTimeOffset LastUsed { get; private set; }

    /// <summary>Writes a chunk.</summary>
    /// <exception cref="ProtocolException">The number is out of range or was sent before, or the bytes are more than announced.</exception>
    public Task WriteAsync(int index, ReadOnlySequence<byte> payload, DateTimeOffset now, CancellationToken cancellation) =>
        InTurnAsync(() => WriteChunkAsync(index, payload, now, cancellation), cancellation);

    /// <summary>Moves the whole table to <paramref name="path"/>.</summary>
    /// <exception cref="ProtocolException">Chunks or bytes are missing.</exception>
    public Task FinishAsync(string path, CancellationToken cancellation) => InTurnAsync(() => MoveAsync(path, cancellation), cancellation);

    /// <summary>Drops the file, once nobody writes to it.</summary>
    public void Dispose()
    {
        _turn.Wait();
        _gone = true;
        _file.Dispose();
        File.Delete(_path);
        _turn.Release();
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

    async Task WriteChunkAsync(int index, ReadOnlySequence<byte> payload, DateTimeOffset now, CancellationToken cancellation)
    {
        if (index < 1 || index > _chunks.Length)
            throw new ProtocolException(ErrorCodes.InvalidParams, $"`chunk_index` must be between 1 and {_chunks.Length} (got {index}).");
        if (_chunks[index - 1] is not null) throw new ProtocolException(ErrorCodes.InvalidParams, $"Chunk {index} already received.");
        if (ReceivedBytes + payload.Length > TotalBytes)
            throw new ProtocolException(
                ErrorCodes.InvalidParams, $"Chunk {index} has {payload.Length} bytes, but of the {TotalBytes} announced only {TotalBytes - ReceivedBytes} are left.");
        await RandomAccess.WriteAsync(_file, Segments(payload), ReceivedBytes, cancellation).ConfigureAwait(false);
        _chunks[index - 1] = (ReceivedBytes, payload.Length);
        ReceivedBytes += payload.Length;
        ReceivedCount++;
        LastUsed = now;
    }

    async Task MoveAsync(string path, CancellationToken cancellation)
    {
        if (ReceivedCount < _chunks.Length)
            throw new ProtocolException(ErrorCodes.InvalidParams, $"Upload incomplete: received {ReceivedCount} of {_chunks.Length} chunks.");
        if (ReceivedBytes < TotalBytes)
            throw new ProtocolException(ErrorCodes.InvalidParams, $"Upload incomplete: received {ReceivedBytes} of {TotalBytes} bytes.");
        if (IsInOrder()) File.Move(_path, path);
        else await CopyInOrderAsync(path, cancellation).ConfigureAwait(false);
    }

    /// <summary>The blocks of a payload, to be written in one call.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Segments(ReadOnlySequence<byte> payload)
    {
        var segments = new List<ReadOnlyMemory<byte>>();
        foreach (var segment in payload) segments.Add(segment);
        return segments;
    }

    bool IsInOrder()
    {
        var end = 0L;
        foreach (var chunk in _chunks)
        {
            if (chunk!.Value.Offset != end) return false;
            end += chunk.Value.Length;
        }
        return true;
    }

    async Task CopyInOrderAsync(string path, CancellationToken cancellation)
    {
        const int BlockSize = 1 << 20;
        using var target = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous, TotalBytes);
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            var written = 0L;
            foreach (var chunk in _chunks)
            {
                for (var done = 0L; done < chunk!.Value.Length;)
                {
                    var want = (int)Math.Min(BlockSize, chunk.Value.Length - done);
                    var read = await RandomAccess.ReadAsync(_file, block.AsMemory(0, want), chunk.Value.Offset + done, cancellation).ConfigureAwait(false);
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
