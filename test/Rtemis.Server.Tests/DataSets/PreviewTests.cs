using Rtemis.Client;
using Rtemis.Data;
using Rtemis.Protocol;
using Rtemis.Server.State;

namespace Rtemis.Server.Tests.DataSets;

public sealed class PreviewTests : IAsyncLifetime
{
    const int Rows = 250;

    RunningServer _server = null!;
    WireClient _client = null!;
    string _handle = "";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Table Sample { get; } = new(
    [
        new IntegerColumn("i", Enumerable.Range(0, Rows).ToArray()),
        new DoubleColumn("x", Enumerable.Range(0, Rows).Select(i => i % 10 == 3 ? double.NaN : i * 7 % 50 / 2.0).ToArray()),
        new FactorColumn("f", Enumerable.Range(0, Rows).Select(i => i % 3).ToArray(), ["low", "high", "a", "unused"]),
        new LogicalColumn("l", BitView.Pack(Rows, i => i % 2 == 0), BitView.Pack(Rows, i => i != 1)),
        new TextColumn("t", Enumerable.Range(0, Rows).Select(i => i == 2 ? null : $"text {i % 7}").ToArray()),
        new DateColumn("d", Enumerable.Range(0, Rows).ToArray()),
        new DateTimeColumn("at", Enumerable.Range(0, Rows).Select(i => i * 1.5).ToArray(), timeZone: "UTC"),
    ], Rows);

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.StartAsync();
        _client = await _server.ConnectAsync();
        await _client.CreateSessionAsync(cancellation: Cancellation);
        _handle = (await _client.UploadAsync("t", Sample, Cancellation)).DataHandle;
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _server.DisposeAsync();
    }

    string With(string more) => $$"""{"data_handle":"{{_handle}}"{{more}}}""";

    Task<Response> PreviewAsync(string more = "") => _client.AskAsync(Methods.DataPreview, With(more));

    Task<string> InvalidAsync(string more) => _client.InvalidAsync(Methods.DataPreview, With(more));

    static int[] Numbers(Response response) => ((IntegerColumn)response.Table().Find("i")!).Values.ToArray();

    [Fact]
    public async Task TheFirstHundredRowsOfAllColumnsComeUnlessToldOtherwise()
    {
        var answer = await PreviewAsync();
        Assert.Equal("""{"rows":100,"cols":7,"columns":["i","x","f","l","t","d","at"],"format":"arrow-ipc","offset":0,"total_rows":250}""", answer.Result.GetRawText());
        Assert.Equal(Enumerable.Range(0, 100), Numbers(answer));
        Assert.Equal(
            [ColumnType.Integer, ColumnType.Double, ColumnType.Factor, ColumnType.Logical, ColumnType.Factor, ColumnType.Date, ColumnType.DateTime],
            answer.Table().Columns.Select(c => c.Type));
        Assert.Equal(["low", "high", "a"], ((FactorColumn)answer.Table().Find("f")!).Levels);
        Assert.True(answer.Table().Find("t")!.IsMissing(2));
        Assert.True(answer.Table().Find("l")!.IsMissing(1));
    }

    [Fact]
    public async Task ColumnsAreSentInTheOrderAskedFor()
    {
        var answer = await PreviewAsync(""","offset":248,"limit":10,"columns":["at","i"]""");
        Assert.Equal("""{"rows":2,"cols":2,"columns":["at","i"],"format":"arrow-ipc","offset":248,"total_rows":250}""", answer.Result.GetRawText());
        Assert.Equal([248, 249], Numbers(answer));
        Assert.Equal([372, 373.5], ((DateTimeColumn)answer.Table().Columns[0]).Values.ToArray());
    }

    [Theory]
    [InlineData(""","offset":250""", 250)]
    [InlineData(""","offset":9000000000""", 9_000_000_000)]
    [InlineData(""","limit":0""", 0)]
    public async Task AWindowWithoutRowsHasNoPayload(string more, long offset)
    {
        var answer = await PreviewAsync(more);
        Assert.Null(answer.Payload);
        Assert.Equal((0, 7, Rows), (answer.Result.Int("rows"), answer.Result.Int("cols"), answer.Result.Int("total_rows")));
        Assert.Equal(offset, answer.Result.GetProperty("offset").GetInt64());
    }

    [Fact]
    public async Task RowsAreSortedBySeveralColumnsOverTheWholeTable()
    {
        var expected = RowOrder.Of(Sample, [new("x", Descending: true), new("f")], Cancellation);
        var answer = await PreviewAsync(""","offset":200,"limit":50,"sort":[{"column":"x","descending":true},{"column":"f"}]""");
        Assert.Equal(expected[200..], Numbers(answer));
        Assert.True(double.IsNaN(((DoubleColumn)answer.Table().Find("x")!).Values.Span[^1]));
    }

    [Theory]
    [InlineData(""","offset":-1""", "`offset` must be a whole number of 0 or more (got -1).")]
    [InlineData(""","limit":2.5""", "`limit` must be a whole number of 0 or more (got 2.5).")]
    [InlineData(""","limit":"7" """, "`limit` must be a whole number of 0 or more (got \"7\").")]
    [InlineData(""","columns":["i","no","x","nor"]""", "`columns` has names that are not in the table: no, nor.")]
    [InlineData(""","columns":["i","x","i"]""", "`columns` names columns more than once: i.")]
    [InlineData(""","columns":[]""", "`columns` must name at least one column (got []).")]
    [InlineData(""","columns":[null]""", "`columns` has an entry without a column's name.")]
    [InlineData(""","columns":"i" """, "`columns` has a value of the wrong type (got \"i\").")]
    [InlineData(""","sort":[{"column":"no"}]""", "`sort` has names that are not in the table: no.")]
    [InlineData(""","sort":[{"descending":true}]""", "`sort` has an entry without a column's name.")]
    [InlineData(""","sort":[{"column":"i"},{"column":"i"}]""", "`sort` names columns more than once: i.")]
    public async Task WhatCannotBeIsNamedWithItsValue(string more, string message) => Assert.Equal(message, await InvalidAsync(more));

    [Fact]
    public async Task ATableThatIsNotThereIsNotFound()
    {
        Assert.Equal(ErrorCodes.NotFound, (await _client.RefusalAsync(Methods.DataPreview, """{"data_handle":"data-none"}""")).Code);
        Assert.Equal("`data_handle` is required.", await _client.InvalidAsync(Methods.DataPreview, "{}"));
    }

    [Fact]
    public async Task AWindowOfMoreCellsThanMemoryIsMeantForIsRefused()
    {
        var wide = await _client.UploadAsync("wide", Tables.Random(30_000, 150), Cancellation);
        var refusal = await _client.RefusalAsync(Methods.DataPreview, $$"""{"data_handle":"{{wide.DataHandle}}","limit":30000}""");
        Assert.Equal(ErrorCodes.TooMany, refusal.Code);
        Assert.Contains("30000 rows of 150 columns", refusal.Message, StringComparison.Ordinal);
        await _client.AskAsync(Methods.DataPreview, $$"""{"data_handle":"{{wide.DataHandle}}","limit":30000,"columns":["x7"]}""");
    }

    [Fact]
    public async Task AWindowOfAFactorOfManyLevelsStaysSmall()
    {
        string[] levels = [.. Enumerable.Range(0, 100_000).Select(i => $"level number {i}")];
        var table = new Table([new FactorColumn("f", Enumerable.Range(0, 100_000).ToArray(), levels)], 100_000);
        var many = await _client.UploadAsync("many", table, Cancellation);
        var answer = await _client.AskAsync(Methods.DataPreview, $$"""{"data_handle":"{{many.DataHandle}}","offset":70000,"limit":50}""");
        Assert.True(answer.Payload!.Value.Length < 5000, $"{answer.Payload.Value.Length} bytes");
        Assert.Equal(levels[70_000..70_050], ((FactorColumn)answer.Table().Columns[0]).Levels);
    }

    [Fact]
    public async Task ATableIsGoneOnceItIsDeletedThoughItWasLookedInto()
    {
        await PreviewAsync();
        var file = Path.Combine(_server.Service<StateFolder>().Data, _handle + ".arrow");
        Assert.True(File.Exists(file));
        await _client.AskAsync(Methods.DataDelete, With(""));
        Assert.False(File.Exists(file));
        Assert.Equal(ErrorCodes.NotFound, (await _client.RefusalAsync(Methods.DataPreview, With(""))).Code);
    }
}
