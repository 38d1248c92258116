using System.Globalization;
using System.Text.Json.Nodes;
using Rtemis.Cli.Jobs;
using Rtemis.Data;
using Rtemis.Protocol;

namespace Rtemis.Cli.Display;

/// <summary>Tells a result to a person: what came out in a sentence, the metrics, what mattered, and what was written.</summary>
static class ResultText
{
    const int MostVariables = 10;

    /// <summary>What it tells of.</summary>
    public static IReadOnlyList<string> Slices { get; } = [ResultSlices.Summary, ResultSlices.Metrics, ResultSlices.VariableImportance, ResultSlices.Assignments];

    /// <summary>Writes it to standard output.</summary>
    public static void Write(FinishedJob finished, IReadOnlyList<string> written)
    {
        var summary = finished.Result.Documents[ResultSlices.Summary].AsObject();
        Console.Out.WriteLine(summary["description"]?.GetValue<string>() ?? $"{finished.Job.Algorithm} of {finished.Job.DataName}: done.");
        WriteMetrics(summary, finished.Result.Documents.GetValueOrDefault(ResultSlices.Metrics)?.AsObject());
        if (TableOf(finished, ResultSlices.VariableImportance) is { } importance) WriteImportance(importance);
        if (TableOf(finished, ResultSlices.Assignments) is { } assignments) WriteSizes(assignments);
        foreach (var line in written) Console.Out.WriteLine(line);
    }

    static void WriteMetrics(JsonObject summary, JsonObject? samples)
    {
        var rows = new MetricTable();
        foreach (var (name, sample) in samples ?? []) rows.Add(name, sample);
        if (samples is null) rows.Add("", summary["metrics"]);
        if (rows.Columns.Count > 0) Output.Table(["sample", .. rows.Columns], rows.Rows);
    }

    // The largest by the first measure; over resamples the mean.
    static void WriteImportance(Table importance)
    {
        if (importance.Columns.OfType<DoubleColumn>().FirstOrDefault() is not { } measure) return;
        var names = importance.Columns[0];
        var largest = Enumerable.Range(0, importance.Rows).Where(i => !measure.IsMissing(i)).GroupBy(i => TextOf(names, i))
            .Select(g => (Name: g.Key, Value: g.Average(i => measure.Values.Span[i]))).OrderByDescending(v => Math.Abs(v.Value)).Take(MostVariables);
        Output.Table(["variable", measure.Name], largest.Select(v => (string[])[v.Name, Number(v.Value)]));
    }

    static void WriteSizes(Table assignments)
    {
        var clusters = assignments.Columns[0];
        var sizes = Enumerable.Range(0, assignments.Rows).GroupBy(i => TextOf(clusters, i)).OrderBy(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal);
        Output.Table(["cluster", "cases"], sizes.Select(g => (string[])[g.Key, g.Count().ToString(CultureInfo.InvariantCulture)]));
    }

    static Table? TableOf(FinishedJob finished, string slice) =>
        finished.Result.Tables.GetValueOrDefault(slice)?.Table is { Columns.Count: > 0 } table ? table : null;

    static string TextOf(Column column, int row) => column.IsMissing(row) ? "NA" : column switch
    {
        FactorColumn factor => factor.Levels[factor.Codes.Span[row]],
        TextColumn texts => texts.Values.Span[row]!,
        IntegerColumn integers => integers.Values.Span[row].ToString(CultureInfo.InvariantCulture),
        DoubleColumn doubles => Number(doubles.Values.Span[row]),
        _ => "",
    };

    static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
