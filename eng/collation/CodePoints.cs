using System.Text;

namespace CollationTables;

/// <summary>Code points, lone surrogates included, to and from strings.</summary>
static class CodePoints
{
    public const int Count = 0x110000;

    public static string ToText(int codePoint) =>
        Rune.IsValid(codePoint) ? new Rune(codePoint).ToString() : ((char)codePoint).ToString();

    public static int[] Of(string text)
    {
        var codePoints = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            codePoints.Add(isPair ? char.ConvertToUtf32(text[i], text[++i]) : text[i]);
        }
        return [.. codePoints];
    }

    public static bool IsHangulSyllable(int codePoint) => codePoint is >= 0xAC00 and <= 0xD7A3;
}
