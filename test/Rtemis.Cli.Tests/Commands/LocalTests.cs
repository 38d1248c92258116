using System.Text.Json;

namespace Rtemis.Cli.Tests.Commands;

/// <summary>Jobs that run in the program itself, without a server.</summary>
public sealed class LocalTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ATunedAndResampledRunTellsItsStepsAndMetricsAndFillsAFolder()
    {
        var output = _folder.Of("result");
        var run = (await CommandLine.RunAsync(
            "train", CommandLine.Iris, "--outcome", "Species", "--algorithm", "CART", "--tune", "maxdepth=2,3", "--resample", "kfold:3", "--seed", "1", "--out", output)).Well();
        Assert.Matches(@"(?m)^\S+ \S+    outer_fold 3/3$", run.Errors);
        Assert.Contains("Outer resamples 3/3", run.Errors, StringComparison.Ordinal);
        Assert.StartsWith("Classification and Regression Trees was used for classification.", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^test\t0\.9\d* ± 0\.0\d*", run.Output);
        Assert.Contains(output, run.Lines);
        foreach (var file in (string[])["summary.json", "metrics.json", "record.json", "predictions.arrow", "predictions.csv", "varimp.csv", "job.json"])
            Assert.True(File.Exists(Path.Combine(output, file)), file);
        var report = Path.Combine(output, "report.html");
        if (run.Lines.Contains(report)) Assert.Contains("Classification and Regression Trees was used", await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        else Assert.Contains("no report.html: This server was built without its page", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameSeedGivesTheSameNumbers()
    {
        string[] arguments = ["train", CommandLine.Iris, "--algorithm", "LightRF", "--set", "nrounds=20", "--resample", "kfold:3", "--seed", "7", "--json", "--quiet"];
        var (first, second) = (await CommandLine.RunAsync(arguments), await CommandLine.RunAsync(arguments));
        Assert.Equal(Metrics(first.Well()), Metrics(second.Well()));

        static string Metrics(CommandLine.Finished run) => JsonDocument.Parse(run.Lines[^1]).RootElement.GetProperty("metrics").GetRawText();
    }

    [Fact]
    public async Task AModelInAFolderPredictsTheTableThatItLearnedFromAsItDidThen()
    {
        var (model, predictions) = (_folder.Of("model"), _folder.Of("predictions"));
        (await CommandLine.RunAsync("train", CommandLine.Iris, "--algorithm", "CART", "--out", model, "--quiet")).Well();
        var run = (await CommandLine.RunAsync("predict", model, CommandLine.Iris, "--out", predictions, "--quiet")).Well();
        Assert.StartsWith("The CART model of model was applied to 150 cases.", run.Output, StringComparison.Ordinal);
        var then = (await CommandLine.RunAsync("result", model, "--slice", "predictions", "--format", "json")).Well();
        var now = (await CommandLine.RunAsync("result", predictions, "--slice", "predictions", "--format", "json")).Well();
        var (learned, applied) = (Column(then, "predicted_training"), Column(now, "predicted"));
        Assert.Equal(150, applied.Length);
        Assert.Equal(learned, applied);

        static string[] Column(CommandLine.Finished run, string name)
        {
            using var rows = JsonDocument.Parse(run.Output);
            return [.. rows.RootElement.EnumerateArray().Select(r => (r.TryGetProperty(name, out var cell) ? cell : r.GetProperty("predicted")).GetString()!)];
        }
    }

    [Fact]
    public async Task ComponentsAndGroupsComeAsTables()
    {
        var (components, groups) = (_folder.Of("components"), _folder.Of("groups"));
        (await CommandLine.RunAsync("decomp", CommandLine.Iris, "--algorithm", "PCA", "--set", "k=2", "--features", "Sepal.Length,Sepal.Width,Petal.Length", "--out", components, "--quiet")).Well();
        Assert.Equal(151, File.ReadLines(Path.Combine(components, "transformed.csv")).Count());
        var run = (await CommandLine.RunAsync("cluster", CommandLine.Iris, "--algorithm", "KMeans", "--set", "k=3", "--features", "Petal.Length,Petal.Width", "--out", groups, "--quiet")).Well();
        Assert.Matches(@"(?m)^\d\t50$", run.Output);
        Assert.Equal(151, File.ReadLines(Path.Combine(groups, "assignments.csv")).Count());
    }

    [Fact]
    public async Task ForProgramsEveryLineIsAnObjectAndTheLastHasTheResult()
    {
        var run = (await CommandLine.RunAsync("train", CommandLine.Iris, "--algorithm", "CART", "--json")).Well();
        var events = run.Lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("event").GetString()).ToList();
        Assert.Contains("step", events);
        Assert.Equal("complete", events[^1]);
        using var last = JsonDocument.Parse(run.Lines[^1]);
        Assert.Equal("CART", last.RootElement.GetProperty("job").GetProperty("algorithm").GetString());
        Assert.Equal("", run.Errors);
    }

    [Fact]
    public async Task TheOutcomeMayStandAnywhereAndBecomeAFactor()
    {
        var rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"{i % 2},{i % 2 * 3 + i % 5},{i % 7}\n"));
        var table = _folder.File("table.csv", "y,a,b\n" + rows);
        var regression = (await CommandLine.RunAsync("train", table, "--outcome", "y", "--algorithm", "CART", "--quiet")).Well();
        Assert.Contains("regression", regression.Output, StringComparison.Ordinal);
        var classes = (await CommandLine.RunAsync("train", table, "--outcome", "y", "--type", "y=factor", "--algorithm", "CART", "--quiet")).Well();
        Assert.Contains("classification", classes.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCatalogueIsThatOfTheEngine()
    {
        var all = (await CommandLine.RunAsync("algorithms", "--json")).Well();
        using var listed = JsonDocument.Parse(all.Output);
        var names = listed.RootElement.EnumerateArray().Select(a => $"{a.GetProperty("task").GetString()} {a.GetProperty("name").GetString()}").ToList();
        Assert.Contains("train LightGBM", names);
        Assert.Contains("decomp UMAP", names);
        Assert.Contains("cluster DBSCAN", names);
        var one = (await CommandLine.RunAsync("algorithms", "cart")).Well();
        Assert.Matches(@"(?m)^maxdepth\t20\tinteger, >= 1, <= 30\tyes\t", one.Output);
    }
}
