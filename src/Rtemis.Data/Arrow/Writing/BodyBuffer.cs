namespace Rtemis.Data.Arrow;

/// <summary>A buffer of a body: how long it is, known before any of it is written, and how to write it.</summary>
/// <param name="Length">Its length in bytes, without padding.</param>
/// <param name="Write">Writes exactly that many bytes.</param>
sealed record BodyBuffer(long Length, Action<ISink> Write)
{
    /// <summary>No bytes: stands for the validity of a column without missing cells.</summary>
    public static BodyBuffer Empty { get; } = new(0, _ => { });

    /// <summary>The length with the padding that follows it.</summary>
    public long PaddedLength => (Length + StreamFormat.BufferAlignment - 1) / StreamFormat.BufferAlignment * StreamFormat.BufferAlignment;
}
