namespace Rtemis.Data;

/// <summary>How a table is to be written as delimited text. The defaults are those of RFC 4180.</summary>
public sealed record CsvWriteOptions
{
    /// <summary>What stands between fields, an ASCII character.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>
    /// What is written for a missing value. With the empty text, missing text cannot be told from empty text when the file is read again; with <c>NA</c> it can.
    /// </summary>
    public string MissingText { get; init; } = "";
}
