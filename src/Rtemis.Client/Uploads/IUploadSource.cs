namespace Rtemis.Client;

/// <summary>The bytes of a table, chunk by chunk.</summary>
interface IUploadSource
{
    /// <summary>The bytes of all chunks.</summary>
    long TotalBytes { get; }

    /// <summary>How many chunks there are.</summary>
    int Chunks { get; }

    /// <summary>A chunk, from 0. Each is asked for once, in order.</summary>
    ValueTask<ReadOnlyMemory<byte>> ReadAsync(int chunk, CancellationToken cancellation);
}
