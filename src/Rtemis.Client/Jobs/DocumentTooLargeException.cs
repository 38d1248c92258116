namespace Rtemis.Client;

/// <summary>A document of a result is larger than an answer can be.</summary>
public sealed class DocumentTooLargeException : Exception
{
    internal DocumentTooLargeException(string slice, long bytes) : base($"The document `{slice}` has {bytes} bytes, more than an answer holds.") =>
        (Slice, Bytes) = (slice, bytes);

    /// <summary>The document.</summary>
    public string Slice { get; }

    /// <summary>Its size.</summary>
    public long Bytes { get; }
}
