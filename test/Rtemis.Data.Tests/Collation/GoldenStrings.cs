using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Rtemis.Data.Tests.Collation;

/// <summary>Strings of many scripts in the order ICU 72 gave them; written by eng/collation.</summary>
static partial class GoldenStrings
{
    public static IReadOnlyList<string> All { get; } = Read();

    static List<string> Read()
    {
        using var stream = File.OpenRead(Path.Combine(Root(), "test/Rtemis.Data.Tests/Collation/golden.txt.gz"));
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        var texts = new List<string>();
        while (reader.ReadLine() is { } line)
            texts.Add(Escape().Replace(line, m => ((char)Convert.ToUInt16(m.Groups[1].Value, 16)).ToString()));
        return texts;
    }

    // The build output is under the repository's root, which the solution marks.
    static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Rtemis.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex(@"\\u([0-9A-F]{4})")]
    private static partial Regex Escape();
}
