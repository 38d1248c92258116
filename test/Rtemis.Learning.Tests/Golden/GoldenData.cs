using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Rtemis.Data;

namespace Rtemis.Learning.Tests.Golden;

/// <summary>Tables, and what R made of them.</summary>
static class GoldenData
{
    static readonly string Folder = FindFolder();

    public static JsonElement Read(string folder, string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, folder, name + ".json"))).RootElement;

    /// <summary>What is kept compressed, for its size.</summary>
    public static JsonElement ReadCompressed(string folder, string name)
    {
        using var file = new GZipStream(File.OpenRead(Path.Combine(Folder, folder, name + ".json.gz")), CompressionMode.Decompress);
        return JsonDocument.Parse(file).RootElement;
    }

    public static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order();

    /// <summary>A table with its outcome last; <c>synth_reg</c> and <c>synth_bin</c> are one file with two outcomes.</summary>
    public static Table Table(string name) => name switch
    {
        "synth_reg" => WithOutcome("synth", "y_reg"),
        "synth_bin" => WithOutcome("synth", "y_bin"),
        _ => ReadTable(name),
    };

    public static double[] Numbers(JsonElement list) =>
        [.. list.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.Number ? e.GetDouble() : double.NaN)];

    public static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];

    /// <summary>0-based positions of recorded 1-based ones.</summary>
    public static int[] Rows(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetInt32() - 1)];

    static Table WithOutcome(string name, string outcome)
    {
        var table = ReadTable(name);
        var features = table.Columns.Where(c => !c.Name.StartsWith("y_", StringComparison.Ordinal));
        return table.WithColumns([.. features, table.Find(outcome)!.Rename("y")]);
    }

    static Table ReadTable(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "Data", name + ".csv"))
            .Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(',')).ToArray();
        var cells = lines[1..];
        return new Table([.. lines[0].Select((column, c) => ReadColumn(column, [.. cells.Select(row => row[c])]))], cells.Length);
    }

    static Column ReadColumn(string name, string[] cells)
    {
        if (double.TryParse(cells[0], CultureInfo.InvariantCulture, out _))
            return new DoubleColumn(name, Array.ConvertAll(cells, c => double.Parse(c, CultureInfo.InvariantCulture)));
        var levels = cells.Distinct().Order(StringComparer.Ordinal).ToArray();
        return new FactorColumn(name, Array.ConvertAll(cells, c => Array.IndexOf(levels, c)), levels);
    }

    // The build's output lies inside the repository.
    static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var golden = Path.Combine(folder.FullName, "test", "Rtemis.Learning.Tests", "Golden");
            if (Directory.Exists(golden)) return golden;
        }
        throw new DirectoryNotFoundException("The recorded results are not above the test's folder.");
    }
}
