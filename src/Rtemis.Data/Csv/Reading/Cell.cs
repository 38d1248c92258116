using CsvHelper;

namespace Rtemis.Data.Csv;

/// <summary>A field of the record that is being read, without its quotes. Valid until the next one is.</summary>
readonly ref struct Cell(CsvReader reader, int index)
{
    /// <summary>Its UTF-8 text.</summary>
    public ReadOnlySpan<byte> Bytes { get; } = reader.GetSpan(index);

    /// <summary>The same as a string, one instance for texts that are often repeated in a column.</summary>
    public string Text => reader.GetString(index);
}
