using System.Text;

namespace CollationTables;

/// <summary>The code points whose canonical decomposition starts with a non-starter, with the classes of its two ends.</summary>
static class CombiningMarks
{
    public static List<(int CodePoint, byte First, byte Last)> All()
    {
        var status = 0;
        var decomposer = Icu.CanonicalDecomposer(ref status);
        var marks = new List<(int, byte, byte)>();
        Span<char> text = stackalloc char[64];
        for (var codePoint = 0; codePoint <= 0x10FFFF; codePoint++)
        {
            var length = Icu.Decompose(decomposer, codePoint, text, text.Length, ref status);
            Icu.Check(status);
            var first = codePoint;
            var last = codePoint;
            if (length > 0)
            {
                Rune.DecodeFromUtf16(text, out var rune, out _);
                first = rune.Value;
                Rune.DecodeLastFromUtf16(text[..length], out rune, out _);
                last = rune.Value;
            }
            if (Icu.CombiningClass(first) is var firstClass and > 0) marks.Add((codePoint, firstClass, Icu.CombiningClass(last)));
        }
        return marks;
    }
}
