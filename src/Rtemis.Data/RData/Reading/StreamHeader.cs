using System.Text;

namespace Rtemis.Data.RData;

/// <summary>What a stream begins with: its form, the versions, and the encoding of texts that name none.</summary>
static class StreamHeader
{
    const int LongestEncoding = 64;

    /// <summary>Reads it, sets the source's byte order and returns the encoding.</summary>
    public static Encoding Read(ByteSource source)
    {
        var form = source.Take(2);
        source.Format = form switch
        {
            [(byte)'X', (byte)'\n'] => RFormat.Xdr,
            [(byte)'B', (byte)'\n'] => RFormat.LittleEndian,
            [(byte)'A', (byte)'\n'] => throw new RDataFormatException("The object is serialized as ASCII text, which is not read: binary forms are."),
            _ => throw new RDataFormatException("The bytes do not begin as a serialized R object does."),
        };
        var version = source.ReadInt();
        if (version is < StreamVersions.Oldest or > StreamVersions.Newest)
            throw new RDataFormatException($"The serialization has version {version}; {StreamVersions.Oldest} and {StreamVersions.Newest} are read.");
        // The versions of R that wrote it and that are needed to read it: nothing depends on them.
        source.Take(2 * sizeof(int));
        return version == StreamVersions.Oldest ? Utf8 : ReadEncoding(source);
    }

    static Encoding ReadEncoding(ByteSource source)
    {
        var length = source.ReadInt();
        if (length is < 0 or > LongestEncoding) throw new RDataFormatException($"An encoding's name has no {length} characters.");
        var name = Encoding.Latin1.GetString(source.Take(length));
        return name switch
        {
            "UTF-8" or "ASCII" or "US-ASCII" or "ANSI_X3.4-1968" or "" => Utf8,
            "latin1" or "ISO-8859-1" or "ISO8859-1" => Encoding.Latin1,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? throw new RDataFormatException($"The encoding '{Shown(name)}' is not read."),
        };
    }

    static string Shown(string name) => new([.. name.Select(c => char.IsControl(c) ? '?' : c)]);

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
