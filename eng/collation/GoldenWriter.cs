using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CollationTables;

/// <summary>Writes strings in ICU's order for the tests: gzip, a line each, all but printable ASCII as \uXXXX.</summary>
static class GoldenWriter
{
    const int RandomStrings = 6000;

    public static void Write(IcuCollator icu, string path)
    {
        var alphabet = new Alphabet(icu, seed: 2);
        var texts = new HashSet<string>();
        for (var a = ' '; a <= '~'; a++)
        {
            texts.Add(a.ToString());
            for (var b = a; b <= '~'; b += (char)7) texts.Add($"{a}{b}");
        }
        texts.UnionWith(icu.Contractions());
        for (var i = 0; i < RandomStrings; i++)
        {
            var text = alphabet.Next(longest: 1 + i % 8);
            texts.Add(text);
            if (i % 3 == 0) texts.Add(alphabet.Vary(text));
        }

        var sorted = texts.ToList();
        sorted.Sort(icu.TotalOrder);
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.SmallestSize);
        foreach (var text in sorted) gzip.Write(Encoding.ASCII.GetBytes(Escape(text) + "\n"));
    }

    static string Escape(string text) => string.Concat(text.Select(
        c => c is >= ' ' and <= '~' and not '\\' ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}")));
}
