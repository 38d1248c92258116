using Rtemis.Data;
using Rtemis.Protocol;
using Rtemis.Server.State;

namespace Rtemis.Server.Tests.DataSets;

public sealed class ArrangeTests : IAsyncLifetime
{
    RunningServer _server = null!;
    WireClient _client = null!;
    string _handle = "";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Table Sample { get; } = new(
    [
        new DoubleColumn("outcome", new[] { 1.0, 0, 1, 0.5 }, BitView.Pack(4, i => i != 3)),
        new FactorColumn("f", new[] { 0, 1, 2, 0 }, ["1", "x", "3", "unused"]),
        new IntegerColumn("i", new[] { 3, 1, 2, 1 }),
    ], 4);

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.StartAsync();
        _client = await _server.ConnectAsync();
        await _client.CreateSessionAsync(cancellation: Cancellation);
        _handle = (await _client.UploadAsync("mine", Sample, Cancellation)).DataHandle;
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _server.DisposeAsync();
    }

    string With(string more) => $$"""{"data_handle":"{{_handle}}",{{more}}}""";

    Task<string> InvalidAsync(string more) => _client.InvalidAsync(Methods.DataArrange, With(more));

    [Fact]
    public async Task ANewTableHasTheChosenColumnsInTheirOrderAndTypes()
    {
        var answer = await _client.AskAsync(Methods.DataArrange, With(
            """ "name":"ready","columns":[{"name":"i","type":"factor"},{"name":"f"},{"name":"outcome","type":"factor"}] """));
        var handle = answer.Result.GetProperty("data_handle").GetString()!;
        Assert.Equal($$"""{"data_handle":"{{handle}}","name":"ready","rows":4,"cols":3}""", answer.Result.GetRawText());
        Assert.NotEqual(_handle, handle);

        var table = (await _client.AskAsync(Methods.DataPreview, $$"""{"data_handle":"{{handle}}"}""")).Table();
        Assert.Equal(["i", "f", "outcome"], table.Columns.Select(c => c.Name));
        Assert.Equal(["0", "1"], ((FactorColumn)table.Columns[2]).Levels);
        Assert.Equal([1, 0, 1, FactorColumn.Missing], ((FactorColumn)table.Columns[2]).Codes.ToArray());

        // A factor that stays one keeps the level that does not occur.
        using var file = ArrowFile.Open(Path.Combine(_server.Service<StateFolder>().Data, handle + ".arrow"));
        Assert.Equal(["1", "x", "3", "unused"], ((FactorColumn)file.Table.Columns[1]).Levels);
        var description = await _client.DescribeAsync(handle, Cancellation);
        Assert.Equal([("factor", 3), ("factor", 3), ("factor", 2)], description.Columns.Select(c => (c.Type, c.NUnique)));
    }

    [Fact]
    public async Task TheOldTableStaysAndGivesTheNewOneItsName()
    {
        var answer = await _client.AskAsync(Methods.DataArrange, With(""" "columns":[{"name":"i","type":"double"}] """));
        Assert.Equal("mine", answer.Result.GetProperty("name").GetString());
        var list = (await _client.Connection.CallAsync(Methods.DataList, cancellation: Cancellation)).Result.GetProperty("handles");
        Assert.Equal([3, 1], list.EnumerateArray().Select(h => h.Int("cols")));
        await _client.AskAsync(Methods.DataDelete, With(""" "x":0 """));
        Assert.Equal("double", (await _client.DescribeAsync(answer.Result.GetProperty("data_handle").GetString()!, Cancellation)).Columns[0].Type);
    }

    [Theory]
    [InlineData(""" "columns":[{"name":"f","type":"double"}] """, "Column 'f' cannot become double: 'x' is not a number.")]
    [InlineData(""" "columns":[{"name":"i"},{"name":"f","type":"logical"}] """, "Column 'f' cannot become logical: '1' is none of TRUE, T, true, FALSE, F and false.")]
    [InlineData(""" "columns":[{"name":"i"},{"name":"no"}] """, "`columns` has names that are not in the table: no.")]
    [InlineData(""" "columns":[{"name":"i"},{"name":"i","type":"factor"}] """, "`columns` names columns more than once: i.")]
    [InlineData(""" "columns":[{"type":"factor"}] """, "`columns` has an entry without a column's name.")]
    [InlineData(""" "columns":[null] """, "`columns` has an entry without a column's name.")]
    [InlineData(""" "columns":[{"name":"i","type":"text"}] """, "`type` of column 'i' must be one of factor, double, integer, logical (got 'text').")]
    [InlineData(""" "columns":[] """, "`columns` must name at least one column (got []).")]
    [InlineData(""" "name":"n" """, "`columns` is required.")]
    [InlineData(""" "name":"","columns":[{"name":"i"}] """, "`name` must not be empty (got \"\").")]
    public async Task WhatCannotBeIsNamedWithItsValue(string more, string message)
    {
        Assert.Equal(message, await InvalidAsync(more));
        Assert.Single(Directory.GetFiles(_server.Service<StateFolder>().Data));
    }

    [Fact]
    public async Task TheLimitOnTablesHolds()
    {
        for (var i = 1; i < ProtocolLimits.DataHandles; i++) await _client.AskAsync(Methods.DataArrange, With(""" "columns":[{"name":"i"}] """));
        var refusal = await _client.RefusalAsync(Methods.DataArrange, With(""" "columns":[{"name":"i"}] """));
        Assert.Equal(ErrorCodes.TooMany, refusal.Code);
    }
}
