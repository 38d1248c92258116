using System.Diagnostics;
using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Engines.R;

namespace Rtemis.Engines.Tests.R;

/// <summary>R's values become the JSON that jsonlite makes of them, with all digits.</summary>
public sealed class RToJsonTests : IDisposable
{
    // A value a line, as R code.
    static readonly string[] Values =
    [
        "NULL", "TRUE", "NA", "1L", "NA_integer_", "0.1", "1/3", "1e-300", "123456789012", "'text'", "NA_character_", "c(1,2)", "c(a=1,b=2)", "c(TRUE,NA)", "c(1L,NA)",
        "c('a',NA)", "character()", "numeric()", "list()", "list(1,'a',NULL)", "list(a=1,b=NULL,c=list(d=1:3))", "setNames(list(),character())",
        "factor(c('x','y',NA))", "factor('x')", "as.Date('2026-11-22')", "as.Date(c('2026-11-22',NA))", "data.frame(a=1:2,b=c('x',NA),c=c(TRUE,FALSE))",
        "data.frame(a=1.5)", "data.frame(d=as.Date('1969-12-31'),e=factor('l'))", "list(list(a=1),list(a=2))", "'\\u00fc \\\"q\\\" \\\\ \\n'",
    ];

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rtemis-json-");

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task EveryValueIsWhatJsonliteMakesOfIt()
    {
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "Rscript"))), "Rscript is not on the PATH.");
        var script = Path.Combine(_folder.FullName, "write.R");
        await File.WriteAllTextAsync(
            script,
            $$"""
            if (!requireNamespace("jsonlite", quietly = TRUE)) quit(status = 9)
            values <- list({{string.Join(", ", Values)}})
            for (i in seq_along(values)) {
              saveRDS(values[[i]], file.path("{{_folder.FullName}}", paste0(i, ".rds")))
              writeLines(jsonlite::toJSON(values[[i]], auto_unbox = TRUE, null = "null", na = "null", digits = NA), file.path("{{_folder.FullName}}", paste0(i, ".json")))
            }
            """,
            Cancellation);
        using (var r = Process.Start(new ProcessStartInfo("Rscript", ["--vanilla", script]) { Environment = { ["LC_ALL"] = "C.UTF-8" } })!)
        {
            await r.WaitForExitAsync(Cancellation);
            Assert.SkipWhen(r.ExitCode == 9, "The R package jsonlite is not installed.");
            Assert.Equal(0, r.ExitCode);
        }
        for (var i = 1; i <= Values.Length; i++)
        {
            await using var stream = File.OpenRead(Path.Combine(_folder.FullName, $"{i}.rds"));
            var mine = RToJson.Convert(RdsFile.Read(stream, cancellation: Cancellation));
            var theirs = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, $"{i}.json"), Cancellation));
            Assert.True(Same(theirs, mine), $"{Values[i - 1]}: {theirs?.ToJsonString()} from jsonlite, {mine?.ToJsonString() ?? "null"} here");
        }
    }

    [Fact]
    public void WhatIsNotFiniteIsNull() => Assert.Equal("[1,null,null,null,null]", RToJson.Convert(new RDouble(new[] { 1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, RMissing.Double }))!.ToJsonString());

    [Fact]
    public void NumbersKeepAllTheirDigits() => Assert.Equal("0.3333333333333333", RToJson.Convert(new RDouble(new[] { 1.0 / 3 }))!.ToJsonString());

    [Fact]
    public void BytesAreRefused() => Assert.Throws<RDataFormatException>(() => RToJson.Convert(new RRaw(new byte[] { 1 })));

    // jsonlite writes 15 digits.
    static bool Same(JsonNode? a, JsonNode? b) => (a, b) switch
    {
        (JsonValue x, JsonValue y) when x.GetValueKind() == System.Text.Json.JsonValueKind.Number && y.GetValueKind() == System.Text.Json.JsonValueKind.Number =>
            Math.Abs(Number(x) - Number(y)) <= 1e-14 * Math.Abs(Number(x)),
        (JsonArray x, _) when Parsed(b) is JsonArray y => x.Count == y.Count && x.Zip(y).All(p => Same(p.First, p.Second)),
        (JsonObject x, JsonObject y) => x.Count == y.Count && x.All(m => y.TryGetPropertyValue(m.Key, out var other) && Same(m.Value, other)),
        _ => JsonNode.DeepEquals(a, b),
    };

    static double Number(JsonValue value) => double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    // Lists of cells are written without nodes of their own.
    static JsonNode? Parsed(JsonNode? node) => node is JsonValue ? JsonNode.Parse(node.ToJsonString()) : node;
}
