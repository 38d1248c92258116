namespace Rtemis.Data.Arrow;

/// <summary>What one batch holds of one column: buffers that are long enough for its rows, with their contents still unchecked.</summary>
sealed class Chunk
{
    public required int Rows { get; init; }

    /// <summary>A bit set for each present row, or null when all are.</summary>
    public BitView? Validity { get; init; }

    /// <summary>The cells: numbers, bits, dictionary positions, views, or for text with offsets its UTF-8 bytes.</summary>
    public ReadOnlyMemory<byte> Values { get; init; }

    /// <summary>Where the text of each row starts and the last one ends; empty for other columns, and when there is no row.</summary>
    public ReadOnlyMemory<byte> Offsets { get; init; }

    /// <summary>The buffers that views point into.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> ViewBuffers { get; init; } = [];

    /// <summary>The dictionary as it stood when the batch arrived.</summary>
    public DictionaryCodes Dictionary { get; init; }
}
