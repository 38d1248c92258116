namespace Rtemis.Server.Page;

/// <summary>A file's bytes as they are sent.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Encoding">The value of <c>Content-Encoding</c>; null for the file as it is.</param>
/// <param name="ETag">A strong validator, of the content and the encoding.</param>
sealed record FileForm(ReadOnlyMemory<byte> Bytes, string? Encoding, string ETag);
