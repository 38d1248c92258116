using System.Diagnostics.CodeAnalysis;

namespace Rtemis.Data.Arrow;

/// <summary>The one place where the reader's refusals are made.</summary>
static class Throw
{
    [DoesNotReturn]
    public static void Format(string message) => throw new ArrowFormatException(message);

    [DoesNotReturn]
    public static T Format<T>(string message) => throw new ArrowFormatException(message);

    /// <summary>Refuses something about one column.</summary>
    [DoesNotReturn]
    public static void Column(string name, string problem) => throw new ArrowFormatException(ColumnMessage(name, problem));

    /// <inheritdoc cref="Column(string, string)"/>
    [DoesNotReturn]
    public static T Column<T>(string name, string problem) => throw new ArrowFormatException(ColumnMessage(name, problem));

    static string ColumnMessage(string name, string problem) =>
        $"Column '{(name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName), "..."))}': {problem}";

    // A hostile name must not fill a log.
    const int LongestName = 100;
}
