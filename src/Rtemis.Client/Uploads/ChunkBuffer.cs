namespace Rtemis.Client;

/// <summary>A stream that is written to only, and keeps what comes in chunks.</summary>
/// <param name="chunkBytes">The bytes of a chunk.</param>
sealed class ChunkBuffer(int chunkBytes) : Stream, IUploadSource
{
    readonly List<byte[]> _chunks = [];
    long _length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    public long TotalBytes => _length;

    public int Chunks => _chunks.Count;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            var used = (int)(_length - ((long)(_chunks.Count - 1) * chunkBytes));
            if (_chunks.Count == 0 || used == chunkBytes)
            {
                _chunks.Add(new byte[chunkBytes]);
                used = 0;
            }
            var part = buffer[..Math.Min(buffer.Length, chunkBytes - used)];
            part.CopyTo(_chunks[^1].AsSpan(used));
            _length += part.Length;
            buffer = buffer[part.Length..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public ValueTask<ReadOnlyMemory<byte>> ReadAsync(int chunk, CancellationToken cancellation) =>
        new(_chunks[chunk].AsMemory(0, (int)Math.Min(chunkBytes, _length - ((long)chunk * chunkBytes))));

    public override void Flush()
    {
        // Everything is where it belongs.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
