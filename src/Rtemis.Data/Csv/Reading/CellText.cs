using System.Text;

namespace Rtemis.Data.Csv;

/// <summary>What R takes the text of a field for, where it is no number.</summary>
static class CellText
{
    /// <summary>Whether the field is empty or holds blanks only.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> text) => SkipBlanks(text).IsEmpty;

    /// <summary>The text without the blanks that it starts with; blanks are what C calls space.</summary>
    public static ReadOnlySpan<byte> SkipBlanks(ReadOnlySpan<byte> text)
    {
        var start = 0;
        while (start < text.Length && text[start] is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r')) start++;
        return text[start..];
    }

    /// <summary>The value of a logical field, or null.</summary>
    public static bool? Logical(ReadOnlySpan<byte> text) => text switch
    {
        [(byte)'T'] => true,
        [(byte)'F'] => false,
        { Length: 4 } when text.SequenceEqual("TRUE"u8) || text.SequenceEqual("true"u8) || text.SequenceEqual("True"u8) => true,
        { Length: 5 } when text.SequenceEqual("FALSE"u8) || text.SequenceEqual("false"u8) || text.SequenceEqual("False"u8) => false,
        _ => null,
    };

    /// <summary>The signs of a field as a message or a name has them.</summary>
    public static string Of(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text);
}
