namespace Rtemis.Client;

/// <summary>What is left of a stream whose length is known; it is read while it is sent.</summary>
/// <param name="stream">The stream.</param>
/// <param name="chunkBytes">The bytes of a chunk.</param>
sealed class StreamSource(Stream stream, int chunkBytes) : IUploadSource
{
    public long TotalBytes { get; } = stream.Length - stream.Position;

    public int Chunks => checked((int)((TotalBytes + chunkBytes - 1) / chunkBytes));

    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(int chunk, CancellationToken cancellation)
    {
        var bytes = new byte[Math.Min(chunkBytes, TotalBytes - ((long)chunk * chunkBytes))];
        await stream.ReadExactlyAsync(bytes, cancellation).ConfigureAwait(false);
        return bytes;
    }
}
