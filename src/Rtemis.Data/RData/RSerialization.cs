using Rtemis.Data.RData;

namespace Rtemis.Data;

/// <summary>
/// The format of R's <c>serialize()</c>, binary, as the manual "R Internals" describes it. Read are versions 2 and 3, compact vectors
/// included; written is version 3 with texts in UTF-8. Functions, environments, calls, S4 objects and complex numbers are refused.
/// </summary>
public static class RSerialization
{
    // A constant column is a thousand times smaller in a compressed file.
    const long Factor = 64, Allowance = 1L << 30;

    /// <summary>Writes <paramref name="value"/> to <paramref name="target"/>, which stays open and is not flushed.</summary>
    /// <exception cref="ArgumentException">The object is nested deeper than 512 levels.</exception>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public static void Write(RObject value, Stream target, RFormat format = RFormat.Xdr, CancellationToken cancellation = default)
    {
        using var sink = new ByteSink(target, format, cancellation);
        var writer = new ObjectWriter(sink);
        writer.WriteHeader(format);
        writer.Write(value);
        sink.Flush();
    }

    /// <summary>Reads the object that <paramref name="source"/> holds; what follows it is ignored, and may have been read.</summary>
    /// <param name="source">The stream, at the object's first byte.</param>
    /// <param name="memoryLimit">The most bytes of memory to take; when null, 64 times the stream's length, if it has one, and 1 GiB more.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="RDataFormatException">The bytes are no such object, hold one that is not read, or exceed the limit.</exception>
    public static RObject Read(Stream source, long? memoryLimit = null, CancellationToken cancellation = default)
    {
        var budget = new MemoryBudget(memoryLimit ?? DefaultLimit(source));
        using var bytes = new ByteSource(source, budget, cancellation);
        var encoding = StreamHeader.Read(bytes);
        return new ObjectReader(bytes, budget, encoding).Read();
    }

    internal static long DefaultLimit(Stream source) => Allowance + (source.CanSeek ? Factor * (source.Length - source.Position) : 0);
}
