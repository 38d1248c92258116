using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Tests.Golden.Unsupervised;

/// <summary>Data, and what rtemis 1.3.7 made of it.</summary>
static class GoldenColumns
{
    public static NumericFrame Frame(string name) => Frames.Of(Read(name));

    public static double[][] Read(string name)
    {
        using var file = File.OpenRead(Path.Combine(Folder(), name + ".csv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = lines[1..].Select(l => l.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        return [.. rows[0].Select((_, j) => rows.Select(r => r[j]).ToArray())];
    }

    static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
