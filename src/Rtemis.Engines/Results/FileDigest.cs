using System.Buffers;
using System.IO.Hashing;

namespace Rtemis.Engines;

/// <summary>What tells whether bytes are still those that were written: their number and a hash of them (XxHash3, 64 bits). It guards against damage, not against people.</summary>
/// <param name="Bytes">The number of bytes.</param>
/// <param name="Hash">The hash.</param>
public readonly record struct FileDigest(long Bytes, ulong Hash)
{
    const int BlockSize = 1 << 20;

    /// <summary>The digest of bytes.</summary>
    public static FileDigest Of(ReadOnlySpan<byte> bytes) => new(bytes.Length, XxHash3.HashToUInt64(bytes));

    /// <summary>The digest of bytes that lie in several blocks.</summary>
    public static FileDigest Of(ReadOnlySequence<byte> bytes)
    {
        var hash = new XxHash3();
        foreach (var block in bytes) hash.Append(block.Span);
        return new(bytes.Length, hash.GetCurrentHashAsUInt64());
    }

    /// <summary>The digest of a file, which is read in full.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public static FileDigest OfFile(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        return Of(file, long.MaxValue);
    }

    /// <summary>The digest of the next bytes of a stream, as many as there are but at most <paramref name="most"/>.</summary>
    public static FileDigest Of(Stream stream, long most)
    {
        var hash = new XxHash3();
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            var bytes = 0L;
            for (int read; (read = stream.Read(block.AsSpan(0, (int)Math.Min(block.Length, most - bytes)))) > 0; bytes += read)
                hash.Append(block.AsSpan(0, read));
            return new(bytes, hash.GetCurrentHashAsUInt64());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
