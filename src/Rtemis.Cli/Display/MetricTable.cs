using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rtemis.Cli.Display;

/// <summary>The metrics of samples as rows of a table: numbers, or means with their standard deviations over resamples.</summary>
sealed class MetricTable
{
    readonly List<string> _columns = [];
    readonly List<(string Sample, Dictionary<string, string> Cells)> _rows = [];

    /// <summary>The names of the metrics.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>A row a sample, its name first.</summary>
    public IEnumerable<string[]> Rows => _rows.Select(r => (string[])[r.Sample, .. _columns.Select(c => r.Cells.GetValueOrDefault(c, ""))]);

    /// <summary>Adds a sample.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="metrics">What a result's document says of it; null for nothing.</param>
    public void Add(string sample, JsonNode? metrics)
    {
        if (metrics is not JsonObject all) return;
        var spread = First(all["sd_metrics"]);
        if (First(all["mean_metrics"]) is { } means) Add(sample, means, spread);
        else if (First(all["metrics"]) is { } plain) Add(sample, plain, null);
        else if (First((all["metrics"] as JsonObject)?["overall"]) is { } overall) Add(sample, overall, null);
    }

    void Add(string sample, JsonObject values, JsonObject? spread)
    {
        var cells = new Dictionary<string, string>();
        foreach (var (name, value) in values)
        {
            if (Number(value) is not { } number) continue;
            if (!_columns.Contains(name)) _columns.Add(name);
            cells[name] = Number(spread?[name]) is { } deviation ? $"{number} ± {deviation}" : number;
        }
        _rows.Add((sample, cells));
    }

    static JsonObject? First(JsonNode? list) => list is JsonArray { Count: > 0 } array ? array[0] as JsonObject : null;

    static string? Number(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>().ToString("G4", CultureInfo.InvariantCulture) : null;
}
