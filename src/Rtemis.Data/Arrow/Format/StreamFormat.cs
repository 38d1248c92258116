namespace Rtemis.Data.Arrow;

/// <summary>The fixed numbers of the stream format.</summary>
static class StreamFormat
{
    /// <summary>Precedes the length of each message's metadata; streams from before format 0.15 lack it.</summary>
    public const int Continuation = -1;

    /// <summary>Metadata versions, as they are numbered on the wire; those in between do not exist.</summary>
    public const short VersionFour = 3, VersionFive = 4;

    /// <summary>Little-endian buffers.</summary>
    public const short LittleEndian = 0;

    /// <summary>What our writer aligns each buffer of a body to, in bytes.</summary>
    public const int BufferAlignment = 64;

    /// <summary>Bytes of a <c>FieldNode</c> (length, null count) and of a <c>Buffer</c> (offset, length) struct.</summary>
    public const int PairSize = 16;

    /// <summary>Bytes of an element of a view column, and the longest text that lies in one itself.</summary>
    public const int ViewSize = 16, ViewInline = 12;
}
