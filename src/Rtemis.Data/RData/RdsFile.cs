using System.IO.Compression;

namespace Rtemis.Data;

/// <summary>Files of one R object, as <c>saveRDS()</c> writes and <c>readRDS()</c> reads them: serialized, compressed by gzip or not at all.</summary>
public static class RdsFile
{
    const int MagicLength = 6;

    /// <summary>Writes <paramref name="value"/>, compressed, to <paramref name="target"/>, which stays open.</summary>
    /// <exception cref="ArgumentException">The object is nested deeper than 512 levels.</exception>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public static void Write(RObject value, Stream target, CancellationToken cancellation = default)
    {
        using var compressed = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true);
        RSerialization.Write(value, compressed, RFormat.Xdr, cancellation);
    }

    /// <summary>Reads the object in <paramref name="source"/>, a stream that can seek.</summary>
    /// <param name="source">The file.</param>
    /// <param name="memoryLimit">As for <see cref="RSerialization.Read"/>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="RDataFormatException">The file is damaged, compressed in another way, or holds what is not read.</exception>
    public static RObject Read(Stream source, long? memoryLimit = null, CancellationToken cancellation = default)
    {
        var limit = memoryLimit ?? RSerialization.DefaultLimit(source);
        var magic = new byte[MagicLength];
        var known = source.ReadAtLeast(magic, MagicLength, throwOnEndOfStream: false);
        source.Seek(-known, SeekOrigin.Current);
        if (magic.AsSpan().StartsWith("BZh"u8)) throw new RDataFormatException("The file is compressed with bzip2, which is not read: gzip is.");
        if (magic is [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0])
            throw new RDataFormatException("The file is compressed with xz, which is not read: gzip is.");
        if (magic is not [0x1F, 0x8B, ..]) return RSerialization.Read(source, limit, cancellation);
        try
        {
            using var plain = new GZipStream(source, CompressionMode.Decompress, leaveOpen: true);
            return RSerialization.Read(plain, limit, cancellation);
        }
        catch (InvalidDataException damaged)
        {
            throw new RDataFormatException("The file's compression is damaged.", damaged);
        }
    }
}
