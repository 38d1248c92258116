namespace Rtemis.Data;

/// <summary>A file is no delimited text, or its text is not what the options say. The message says what and where.</summary>
public sealed class CsvFormatException : Exception
{
    const int MostShown = 60;

    /// <summary>An error with <paramref name="message"/> that belongs to no place in the file.</summary>
    public CsvFormatException(string message) : base(message) { }

    /// <summary>An error with <paramref name="message"/>, due to <paramref name="innerException"/>.</summary>
    public CsvFormatException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>An error without details.</summary>
    public CsvFormatException() : base("The file is not delimited text.") { }

    CsvFormatException(string message, long line, int? field) : base(message)
    {
        Line = line;
        Field = field;
    }

    /// <summary>The 1-based line of the file where the record with the fault starts; null when the whole file is at fault.</summary>
    public long? Line { get; }

    /// <summary>The 1-based number of the field in its record; null when no single one is at fault.</summary>
    public int? Field { get; }

    /// <summary>What is wrong with the record that starts at <paramref name="line"/>.</summary>
    internal static CsvFormatException At(long line, string problem) => new($"Line {line}: {problem}", line, null);

    /// <summary>What is wrong with one field of it.</summary>
    internal static CsvFormatException At(long line, int field, string problem) => new($"Line {line}, field {field}: {problem}", line, field);

    /// <summary>A value as a message shows it: long ones are cut off.</summary>
    internal static string Shown(string value) => value.Length <= MostShown ? $"'{value}'" : $"'{value.AsSpan(0, MostShown)}...'";
}
