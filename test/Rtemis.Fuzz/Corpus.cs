using System.IO.Compression;
using System.Security.Cryptography;

namespace Rtemis.Fuzz;

/// <summary>The inputs that are kept of a target: a zip file each, small enough to be kept with the sources.</summary>
public static class Corpus
{
    const int MostBytes = 100_000;
    const int MostInputs = 300;
    const int LongestKept = 4_000;
    // The same inputs make the same file.
    static readonly DateTimeOffset Written = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Where it is beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Corpus");

    /// <summary>The inputs, in the order of their names; none where there is no file.</summary>
    public static IReadOnlyList<byte[]> Load(string folder, string target)
    {
        if (!File.Exists(PathOf(folder, target))) return [];
        using var zip = ZipFile.OpenRead(PathOf(folder, target));
        return [.. zip.Entries.Select(Read)];
    }

    /// <summary>Writes them, the shortest first and no more than a hundred kilobytes.</summary>
    public static void Save(string folder, string target, IEnumerable<byte[]> inputs)
    {
        Directory.CreateDirectory(folder);
        using var stream = new FileStream(PathOf(folder, target), FileMode.Create);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        var left = MostBytes;
        foreach (var (name, input) in inputs.Where(i => i.Length <= LongestKept).Select(i => (Name(i), i)).DistinctBy(i => i.Item1).OrderBy(i => i.i.Length)
            .ThenBy(i => i.Item1, StringComparer.Ordinal).Take(MostInputs))
        {
            if ((left -= input.Length) < 0) break;
            var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
            entry.LastWriteTime = Written;
            using var content = entry.Open();
            content.Write(input);
        }
    }

    /// <summary>Writes an input that had an outcome which it may not have; its path.</summary>
    public static string SaveFinding(string folder, string target, byte[] input)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{target}-{Name(input)}.finding");
        File.WriteAllBytes(path, input);
        return path;
    }

    static string PathOf(string folder, string target) => Path.Combine(folder, target + ".zip");

    static string Name(byte[] input) => Convert.ToHexStringLower(SHA256.HashData(input))[..16];

    static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
