namespace Rtemis.Data;

/// <summary>A column holds a value that the type it is to have cannot; the message, meant for whoever asked, names both.</summary>
public sealed class ColumnConversionException : Exception
{
    const int LongestShown = 100;

    /// <summary>An error with <paramref name="message"/>.</summary>
    public ColumnConversionException(string message) : base(message) { }

    /// <summary>An error with <paramref name="message"/>, due to <paramref name="innerException"/>.</summary>
    public ColumnConversionException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>An error without details.</summary>
    public ColumnConversionException() : base("A column cannot become what it is to be.") { }

    /// <summary>A value stands against it.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="type">What it was to become, e.g. <c>an integer</c>.</param>
    /// <param name="value">The value as it is shown.</param>
    /// <param name="problem">What is wrong with it, e.g. <c>is not whole</c>.</param>
    internal static ColumnConversionException Of(string column, string type, string value, string problem)
    {
        var shown = value.Length <= LongestShown ? value : value[..LongestShown] + "...";
        return new($"Column '{column}' cannot become {type}: '{shown}' {problem}.");
    }
}
