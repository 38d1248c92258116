using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rtemis.Data;
using Rtemis.Engines;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Report;

namespace Rtemis.Server.Tests.Report;

/// <summary>What stands in a report's file, written with a small template and with the real one.</summary>
public sealed partial class ReportWriterTests
{
    const string Small = """<html><title>rtemis report</title><script type="application/json" id="rtemis-report"></script></html>""";

    // Ends of elements, comments and lines, and a name that every object has.
    const string Hostile = "</script><!--<script>\u2028\u2029&lt;'\"\u202E__proto__";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static readonly JobSummary Job = new(
        "job-1", "train", "complete", "2026-11-28T09:00:00Z", "2026-11-28T09:00:00Z", "2026-11-28T09:00:12Z", null, null, null, null, null, "native", "CART", null, "data-1", "iris");

    static ReportContent Content(params (string Name, Table Table)[] tables) =>
        new(Job, new Dictionary<string, JsonNode>(), tables.ToDictionary(t => t.Name, t => new ResultTable(t.Table)), new DateTimeOffset(2026, 11, 28, 10, 0, 0, TimeSpan.FromHours(1)));

    static Table Numbers(int rows, string name = "x") => new([new DoubleColumn(name, Enumerable.Range(0, rows).Select(i => (double)i).ToArray())], rows);

    static async Task<string> WriteAsync(ReportContent content, ReportTemplate? template = null)
    {
        using var to = new MemoryStream();
        await new ReportWriter(template ?? new ReportTemplate(Small)).WriteAsync(to, content, Cancellation);
        return Encoding.UTF8.GetString(to.ToArray());
    }

    static string TextOf(string html) => Data().Match(html).Groups[1].Value;

    static JsonElement DataOf(string html) => JsonDocument.Parse(TextOf(html)).RootElement;

    static Table TableOf(JsonElement table) => ArrowStreamReader.Read(table.GetProperty("stream").GetBytesFromBase64());

    [Fact]
    public async Task AReportCarriesTheJobItsDocumentsAndItsTables()
    {
        var content = Content(("predictions", Numbers(3)), ("roc", new Table([], 0))) with
        {
            Documents = new Dictionary<string, JsonNode> { ["summary"] = JsonNode.Parse("""{"type":"Regression"}""")!, ["raw"] = JsonNode.Parse("{}")! },
            Model = Job with { JobId = "job-0" },
        };
        var data = DataOf(await WriteAsync(content));
        Assert.Equal(
            ["format", "written_at", "server_version", "job", "model", "documents", "tables", "input"], data.EnumerateObject().Select(p => p.Name));
        Assert.Equal((1, "2026-11-28T09:00:00Z"), (data.GetProperty("format").GetInt32(), data.GetProperty("written_at").GetString()));
        Assert.Equal(("job-1", "job-0"), (data.GetProperty("job").GetProperty("job_id").GetString(), data.GetProperty("model").GetProperty("job_id").GetString()));
        Assert.Equal("""{"summary":{"type":"Regression"}}""", data.GetProperty("documents").GetRawText());
        var predictions = data.GetProperty("tables").GetProperty("predictions");
        Assert.Equal((3, 3, "all"), (predictions.GetProperty("rows").GetInt32(), predictions.GetProperty("kept").GetInt32(), predictions.GetProperty("taken").GetString()));
        Assert.Equal([0.0, 1, 2], ((DoubleColumn)TableOf(predictions).Columns[0]).Values.ToArray());
        Assert.Equal("""{"rows":0,"kept":0,"taken":"all","columns":[],"stream":null,"extra":null}""", data.GetProperty("tables").GetProperty("roc").GetRawText());
        Assert.Equal(JsonValueKind.Null, data.GetProperty("input").ValueKind);
    }

    [Fact]
    public async Task NoTextEndsTheElementThatItStandsIn()
    {
        var content = Content(("predictions", Numbers(2, Hostile))) with
        {
            Job = Job with { DataName = Hostile, Question = Hostile },
            Documents = new Dictionary<string, JsonNode> { ["record"] = JsonNode.Parse($$"""{"{{JsonEncodedText.Encode(Hostile)}}":"{{JsonEncodedText.Encode(Hostile)}}"}""")! },
        };
        var html = await WriteAsync(content);
        Assert.Single(Regex.Matches(html, "<script"));
        Assert.Single(Regex.Matches(html, "</script"));
        var text = TextOf(html);
        Assert.DoesNotContain(text, c => c is '<' or '>' or '&' or '\'' or > '~');
        var data = DataOf(html);
        Assert.Equal(Hostile, data.GetProperty("job").GetProperty("question").GetString());
        Assert.Equal(Hostile, data.GetProperty("documents").GetProperty("record").GetProperty(Hostile).GetString());
        Assert.Equal(Hostile, data.GetProperty("tables").GetProperty("predictions").GetProperty("columns")[0].GetString());
        Assert.Equal($"CART on {Hostile}", System.Net.WebUtility.HtmlDecode(Regex.Match(html, "<title>(.*?)</title>", RegexOptions.Singleline).Groups[1].Value));
    }

    [Theory]
    [InlineData("predictions", "even", 0, 99_999)]
    [InlineData("session", "first", 0, 19_999)]
    public async Task ALongTableIsCutAndSaysSo(string slice, string taken, double first, double last)
    {
        var table = DataOf(await WriteAsync(Content((slice, Numbers(100_000))))).GetProperty("tables").GetProperty(slice);
        Assert.Equal((100_000, 20_000, taken), (table.GetProperty("rows").GetInt32(), table.GetProperty("kept").GetInt32(), table.GetProperty("taken").GetString()));
        var values = ((DoubleColumn)TableOf(table).Columns[0]).Values.ToArray();
        Assert.Equal((20_000, first, last), (values.Length, values[0], values[^1]));
        Assert.Equal(values.Order(), values);
    }

    [Fact]
    public async Task TheTableOfTheJobIsCutToTheSameRowsAsItsResultAndToSomeColumns()
    {
        var wide = new Table(
            [.. Enumerable.Range(0, 40).Select(c => Numbers(30_000, $"x{c}").Columns[0]), new FactorColumn("class", new int[30_000], ["a"]), new TextColumn("note", new string[30_000])], 30_000);
        var data = DataOf(await WriteAsync(Content(("transformed", Numbers(30_000, "PC1"))) with { Input = wide }));
        var (result, input) = (TableOf(data.GetProperty("tables").GetProperty("transformed")), TableOf(data.GetProperty("input")));
        Assert.Equal([.. Enumerable.Range(0, 20).Select(c => $"x{c}"), "class"], input.Columns.Select(c => c.Name));
        Assert.True(result.Rows < 20_000);
        Assert.Equal(((DoubleColumn)result.Columns[0]).Values.ToArray(), ((DoubleColumn)input.Columns[0]).Values.ToArray());
    }

    [Fact]
    public async Task ATableThatIsNotThatOfTheJobIsLeftOut()
    {
        var data = DataOf(await WriteAsync(Content(("assignments", Numbers(5))) with { Input = Numbers(6) }));
        Assert.Equal(JsonValueKind.Null, data.GetProperty("input").ValueKind);
    }

    [Fact]
    public async Task ADocumentThatIsTooLargeIsToldAsTheServerTellsIt()
    {
        var documents = new Dictionary<string, JsonNode> { ["record"] = new JsonObject { ["x"] = new string('x', 5 << 20) } };
        var record = DataOf(await WriteAsync(Content() with { Documents = documents })).GetProperty("documents").GetProperty("record");
        Assert.Equal(("too_large", false), (record.GetProperty("reason").GetString(), record.GetProperty("available").GetBoolean()));
    }

    [Fact]
    public async Task WritingIsBrokenOffWhenItIsCancelled() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new ReportWriter(new ReportTemplate(Small)).WriteAsync(new MemoryStream(), Content(), new CancellationToken(canceled: true)));

    [Fact]
    public void ATemplateWithoutAPlaceForTheDataIsRefused() => Assert.Throws<ArgumentException>(() => new ReportTemplate("<title>rtemis report</title>"));

    [Fact]
    public void AProgramWithoutATemplateSaysWhy()
    {
        Assert.SkipWhen(ReportTemplate.MissingReason() is null, "The program was built with its page.");
        var missing = Assert.Throws<ReportMissingException>(ReportTemplate.Embedded);
        Assert.Contains("build", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheRealTemplateNamesNothingOutsideOfItselfAndAllowsNoConnection()
    {
        if (ReportTemplate.MissingReason() is { } reason) Assert.Skip(reason);
        var html = await WriteAsync(Content(("predictions", Numbers(3))), ReportTemplate.Embedded());
        // Outside of scripts, styles and data there is not one address.
        var elements = Regex.Replace(html, "(<script[^>]*>|<style[^>]*>).*?(?=</script>|</style>)", "$1", RegexOptions.Singleline);
        Assert.DoesNotMatch("""(?i)\b(src|href|action|srcset|poster|data)\s*=|url\(|@import|https?:""", elements);
        var policy = Regex.Match(html, """http-equiv="Content-Security-Policy" content="([^"]*)""").Groups[1].Value;
        Assert.StartsWith("default-src 'none'; script-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch("script-src[^;]*unsafe", policy);
        Assert.InRange(html.Length, 200_000, 1_400_000);
    }

    [GeneratedRegex("""<script type="application/json" id="rtemis-report">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex Data();
}
