using System.Text.Json;
using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.State;

namespace Rtemis.Server.Tests.DataSets;

public sealed class UploadTests
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static async Task<(RunningServer Server, WireClient Client)> StartAsync()
    {
        var server = await RunningServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.CreateSessionAsync(cancellation: Cancellation);
        return (server, client);
    }

    static async Task<string> BeginAsync(WireClient client, long bytes, int chunks) =>
        (await client.Connection.CallAsync(
            Methods.DataUploadBegin, new UploadBeginParams("t", JsonSerializer.SerializeToElement(bytes), JsonSerializer.SerializeToElement(chunks)),
            Json.UploadBeginParams, Json.UploadBeginResult, null, Cancellation)).UploadId;

    static Task<UploadChunkResult> ChunkAsync(WireClient client, string upload, int index, ReadOnlyMemory<byte> bytes) =>
        client.Connection.CallAsync(
            Methods.DataUploadChunk, new UploadChunkParams(upload, index), Json.UploadChunkParams, Json.UploadChunkResult, bytes, Cancellation);

    static Task<DataEntry> EndAsync(WireClient client, string upload) =>
        client.Connection.CallAsync(Methods.DataUploadEnd, new UploadIdParams(upload), Json.UploadIdParams, Json.DataEntry, null, Cancellation);

    static async Task<ErrorBody> RefusalAsync(Task call) => (await Assert.ThrowsAsync<ServerErrorException>(() => call)).Error;

    [Fact]
    public async Task ChunksInAnyOrderOfAnySizesMakeTheTable()
    {
        var (server, client) = await StartAsync();
        await using var s = server;
        await using var c = client;
        var bytes = Tables.Arrow(Tables.Random(5000, 7));
        int[] cuts = [0, 1000, 1001, 60_000, 200_000, bytes.Length];
        var upload = await BeginAsync(client, bytes.Length, 5);
        foreach (var i in (int[])[4, 2, 5, 1, 3]) await ChunkAsync(client, upload, i, bytes.AsMemory(cuts[i - 1]..cuts[i]));
        var entry = await EndAsync(client, upload);
        Assert.Equal((5000, 7), (entry.Rows, entry.Cols));
        var description = await client.DescribeAsync(entry.DataHandle, Cancellation);
        Assert.All(description.Columns, column => Assert.Equal(5000, column.NUnique));
    }

    [Fact]
    public async Task ChunksAreHandledInOrderEvenWhenTheClientDoesNotWait()
    {
        var (server, client) = await StartAsync();
        await using var s = server;
        await using var c = client;
        var bytes = Tables.Arrow(Tables.Random(100_000, 4));
        var upload = await BeginAsync(client, bytes.Length, 10);
        var size = (bytes.Length + 9) / 10;
        var chunks = Enumerable.Range(1, 10).Select(i => ChunkAsync(client, upload, i, bytes.AsMemory(((i - 1) * size)..Math.Min(bytes.Length, i * size)))).ToList();
        var end = EndAsync(client, upload);
        await Task.WhenAll(chunks);
        Assert.Equal(100_000, (await end).Rows);
    }

    [Fact]
    public async Task TooManyBytesAreRefusedWithTheNumbers()
    {
        var (server, client) = await StartAsync();
        await using var s = server;
        await using var c = client;
        var upload = await BeginAsync(client, 10, 2);
        var refusal = await RefusalAsync(ChunkAsync(client, upload, 1, new byte[11]));
        Assert.Equal((ErrorCodes.InvalidParams, "Chunk 1 has 11 bytes, but of the 10 announced only 10 are left."), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task BytesThatAreNoTableAreRefusedAndLeaveNothingBehind()
    {
        var (server, client) = await StartAsync();
        await using var s = server;
        await using var c = client;
        var good = Tables.Arrow(Tables.Random(100, 3));
        var random = new Random(3);
        for (var i = 0; i < 50; i++)
        {
            var bytes = good[..random.Next(0, good.Length - 100)];
            var refusal = await RefusalAsync(client.UploadAsync("bad", bytes, Cancellation));
            Assert.Equal(ErrorCodes.InvalidParams, refusal.Code);
            Assert.StartsWith("Could not decode Arrow IPC stream: ", refusal.Message, StringComparison.Ordinal);
        }
        Assert.Empty(Directory.GetFiles(server.Service<StateFolder>().Data));
        var upload = await BeginAsync(client, 3, 1);
        await ChunkAsync(client, upload, 1, new byte[3]);
        Assert.Equal(ErrorCodes.InvalidParams, (await RefusalAsync(EndAsync(client, upload))).Code);
        Assert.Equal(ErrorCodes.NotFound, (await RefusalAsync(EndAsync(client, upload))).Code);
        Assert.Empty(Directory.GetFiles(server.Service<StateFolder>().Uploads));
    }

    [Fact]
    public async Task ASessionHoldsSixteenTablesAndSaysSo()
    {
        var (server, client) = await StartAsync();
        await using var s = server;
        await using var c = client;
        var bytes = Tables.Arrow(Tables.Random(10, 2));
        var handles = new List<string>();
        for (var i = 0; i < 16; i++) handles.Add((await client.UploadAsync($"t{i}", bytes, Cancellation)).DataHandle);
        Assert.Equal(ErrorCodes.TooMany, (await RefusalAsync(client.UploadAsync("t16", bytes, Cancellation))).Code);
        await client.Connection.CallAsync(Methods.DataDelete, new DataHandleParams(handles[0]), Json.DataHandleParams, cancellation: Cancellation);
        await client.UploadAsync("t16", bytes, Cancellation);
        Assert.Equal(16, Directory.GetFiles(server.Service<StateFolder>().Data).Length);
    }

    [Fact]
    public async Task DeletingASessionFreesItsFiles()
    {
        var (server, client) = await StartAsync();
        await using var s = server;
        await using var c = client;
        await client.UploadAsync("t", Tables.Random(10, 2), Cancellation);
        await BeginAsync(client, 10, 1);
        await client.Connection.CallAsync(Methods.SessionDelete, cancellation: Cancellation);
        Assert.Empty(Directory.GetFiles(server.Service<StateFolder>().Data));
        Assert.Empty(Directory.GetFiles(server.Service<StateFolder>().Uploads));
    }
}
