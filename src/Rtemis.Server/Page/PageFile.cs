using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Rtemis.Server.Page;

/// <summary>A file of the page, in the forms that browsers take. A compressed form is made when the first browser asks for it, and kept.</summary>
sealed partial class PageFile
{
    readonly string _digest;
    readonly FileForm _plain;
    readonly Lazy<FileForm> _brotli;
    readonly Lazy<FileForm> _gzip;

    PageFile(string path, byte[] bytes, string contentType)
    {
        ContentType = contentType;
        IsHashed = HashedName().IsMatch(path);
        _digest = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
        _plain = new FileForm(bytes, null, $"\"{_digest}\"");
        _brotli = new(() => Compressed("br", to => new BrotliStream(to, CompressionLevel.Optimal, leaveOpen: true)));
        _gzip = new(() => Compressed("gzip", to => new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true)));
    }

    /// <summary>Its media type.</summary>
    public string ContentType { get; }

    /// <summary>Whether its name changes with its content, so that a browser may keep it for ever.</summary>
    public bool IsHashed { get; }

    /// <summary>The file, or null where its kind is not served.</summary>
    /// <param name="path">Its path below the page's folder, with forward slashes.</param>
    /// <param name="bytes">Its content.</param>
    public static PageFile? From(string path, byte[] bytes) => ContentTypes.Of(path) is { } type ? new PageFile(path, bytes, type) : null;

    /// <summary>The smallest form that the <c>Accept-Encoding</c> header allows.</summary>
    public FileForm For(AcceptedEncodings accepted) =>
        !ContentTypes.IsWorthCompressing(ContentType) ? _plain
        : accepted.Brotli ? _brotli.Value
        : accepted.Gzip ? _gzip.Value
        : _plain;

    FileForm Compressed(string encoding, Func<Stream, Stream> compressor)
    {
        using var to = new MemoryStream();
        using (var stream = compressor(to)) stream.Write(_plain.Bytes.Span);
        return to.Length < _plain.Bytes.Length ? new(to.ToArray(), encoding, $"\"{_digest}-{encoding}\"") : _plain;
    }

    // As the bundler names what it writes: name-XXXXXXXX.kind.
    [GeneratedRegex(@"^assets/.*-[A-Za-z0-9_-]{8}\.[a-z0-9]+$")]
    private static partial Regex HashedName();
}
