using System.Globalization;
using System.Text.Json;
using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Tests.Golden;

/// <summary>What rtemis 1.3.7 in R gave for CART: data sets, and jobs with one or more fits each.</summary>
static class CartGolden
{
    static readonly string Folder = FindFolder();
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>A recorded job; rows are 1-based as in R, null for all.</summary>
    public sealed record Job(
        string Data, string? Outcome, Dictionary<string, double> Hyperparameters, bool Ifw, string? Weights, string[] Factors, Fit[] Fits);

    public sealed record Fit(
        int[]? Training, int[]? Test, Dictionary<string, double> Hyperparameters, JsonElement Predicted,
        Dictionary<string, double[]>? Probabilities, string[] Variables, double[] Importance);

    public static Job ReadJob(string name) => JsonSerializer.Deserialize<Job>(Read(name + ".json"), Json)!;

    /// <summary>The job's data: other outcomes and the weights are not among the features.</summary>
    public static SupervisedData ReadData(Job job)
    {
        var table = ReadTable(job.Data);
        var outcome = job.Outcome is null ? table.Columns[^1] : table.Find(job.Outcome)!;
        var features = table.Columns.SkipLast(1).Where(c => !c.Name.StartsWith("y_", StringComparison.Ordinal) && c.Name != job.Weights)
            .Select(c => job.Factors.Contains(c.Name) ? AsFactor(c) : c).ToArray();
        ReadOnlyMemory<double>? weights = null;
        if (job.Weights is not null) weights = NumericColumn.Numbers(table.Find(job.Weights)!);
        if (job.Ifw) weights = InverseFrequencies((FactorColumn)outcome);
        return new SupervisedData(features, outcome, weights);
    }

    public static Table ReadTable(string name)
    {
        var types = JsonDocument.Parse(Read(name + ".schema.json")).RootElement.GetProperty("columns")
            .EnumerateArray().Select(c => c.GetProperty("type").GetString()).ToArray();
        var text = Read(name + ".csv").Replace("\"", "", StringComparison.Ordinal).TrimEnd('\n');
        var lines = text.Split('\n').Select(line => line.Split(',')).ToArray();
        var cells = lines.Skip(1).ToArray();
        var columns = types.Select((type, c) => ReadColumn(lines[0][c], type!, [.. cells.Select(row => row[c])]));
        return new Table([.. columns], cells.Length);
    }

    static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    static Column ReadColumn(string name, string type, string[] cells) => type switch
    {
        "int32" => new IntegerColumn(name, cells.Select(c => int.Parse(c, CultureInfo.InvariantCulture)).ToArray()),
        "float64" => new DoubleColumn(name, cells.Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray()),
        "bool" => new LogicalColumn(name, BitView.Pack(cells.Length, i => cells[i] == "TRUE")),
        _ => Factor(name, cells),
    };

    static FactorColumn AsFactor(Column column) =>
        Factor(column.Name, [.. NumericColumn.Numbers(column).ToArray().Select(v => v.ToString(CultureInfo.InvariantCulture))]);

    static FactorColumn Factor(string name, string[] cells)
    {
        var levels = cells.Distinct().Order(StringComparer.Ordinal).ToArray();
        return new FactorColumn(name, cells.Select(c => Array.IndexOf(levels, c)).ToArray(), levels);
    }

    static double[] InverseFrequencies(FactorColumn outcome)
    {
        var counts = new int[outcome.Levels.Count];
        foreach (var code in outcome.Codes.Span) counts[code]++;
        return [.. outcome.Codes.ToArray().Select(code => (double)counts.Max() / counts[code])];
    }

    // The build's output lies inside the repository.
    static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var golden = Path.Combine(folder.FullName, "test", "Rtemis.Learning.Tests", "Golden", "Cart");
            if (Directory.Exists(golden)) return golden;
        }
        throw new DirectoryNotFoundException("The recorded CART results are not above the test's folder.");
    }
}
