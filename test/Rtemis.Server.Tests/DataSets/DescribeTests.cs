using System.Text.Json;
using Rtemis.Data;
using Rtemis.Protocol;

namespace Rtemis.Server.Tests.DataSets;

public sealed class DescribeTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DistributionsComeOnlyWhenAskedFor()
    {
        await using var server = await RunningServer.StartAsync();
        await using var client = await server.ConnectAsync();
        await client.CreateSessionAsync(cancellation: Cancellation);
        var table = new Table(
        [
            new IntegerColumn("i", new[] { 1, 2, 2, 4 }),
            new DoubleColumn("x", new[] { 5.5, 5.5, double.NaN, 5.5 }),
            new DoubleColumn("nothing", new[] { double.NaN, double.NaN, double.NaN, double.PositiveInfinity }),
            new FactorColumn("f", new[] { 1, 1, 0, FactorColumn.Missing }, ["a", "b"]),
            new LogicalColumn("l", BitView.Pack(4, i => i == 0)),
            new DateColumn("d", new[] { 10, 11, 11, 12 }),
        ], 4);
        var handle = (await client.UploadAsync("t", table, Cancellation)).DataHandle;

        var plain = await client.AskAsync(Methods.DataDescribe, $$"""{"data_handle":"{{handle}}"}""");
        Assert.DoesNotContain("distribution", plain.Result.GetRawText(), StringComparison.Ordinal);
        var told = await client.AskAsync(Methods.DataDescribe, $$"""{"data_handle":"{{handle}}","distribution":true}""");
        string[] expected =
        [
            """{"breaks":[0.5,1.5,2.5,3.5,4.5],"counts":[1,2,0,1]}""",
            """{"breaks":[5.5,5.5],"counts":[3]}""",
            "null",
            """{"levels":[{"level":"b","count":2},{"level":"a","count":1}],"other":0}""",
            "null",
            """{"breaks":[10,11,12,13],"counts":[1,2,1]}""",
        ];
        Assert.Equal(expected, told.Result.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("distribution").GetRawText()));
        Assert.Equal(Without(plain.Result), Without(told.Result));
    }

    static string Without(JsonElement description) => string.Join('\n', description.GetProperty("columns").EnumerateArray().Select(c =>
        string.Join(',', c.EnumerateObject().Where(p => p.Name != "distribution").Select(p => $"{p.Name}:{p.Value.GetRawText()}"))));
}
