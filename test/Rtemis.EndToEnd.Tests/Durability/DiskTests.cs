using System.Text.Json;
using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.EndToEnd.Tests.Durability;

/// <summary>A disk that is full fails the request that needed it and loses nothing; a limit keeps it from getting there.</summary>
public sealed class DiskTests
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static async Task<ErrorBody> RefusalAsync(Func<Task> request) => (await Assert.ThrowsAsync<ServerErrorException>(request)).Error;

    static async Task<string> TrainAsync(WireClient client, string table)
    {
        var job = (await client.SubmitAsync(Methods.Train, table, "CART", null, Cancellation)).JobId;
        var last = "";
        await foreach (var happened in client.FollowAsync(job, Cancellation)) last = happened.Name;
        Assert.Equal(EventNames.JobComplete, last);
        return job;
    }

    [Fact]
    public async Task AFullDiskFailsTheRequestAndLosesNothing()
    {
        using var disk = SmallDisk.Mount(megabytes: 16);
        await using var state = new StateDirectory(Directory.CreateDirectory(Path.Combine(disk.Path, "s")).FullName);
        var server = await state.StartAsync();
        await using var client = await server.OpenWireAsync();
        await client.CreateSessionAsync("work", Cancellation);
        var small = (await client.UploadAsync("small", SampleTable.Arrow("iris"), Cancellation)).DataHandle;
        var done = await TrainAsync(client, small);

        // No room for a table, in one frame or in chunks.
        var ballast = disk.Fill(butFor: 3 << 20);
        var large = SampleTable.Random(100_000, 6);
        var error = await RefusalAsync(() => client.UploadAsync("large", large, Cancellation));
        Assert.Equal((ErrorCodes.IoError, "The server's disk is full."), (error.Code, error.Message));
        Assert.Single(Directory.GetFiles(state.Data));

        // No room for anything.
        disk.Fill();
        Assert.Equal(ErrorCodes.IoError, (await RefusalAsync(() => UntilFullAsync(client, small))).Code);
        Assert.Equal(150, (await client.DescribeAsync(small, Cancellation)).Rows);
        await client.ResultAsync(done, "summary", Cancellation);
        Assert.Equal(ErrorCodes.IoError, (await RefusalAsync(() => client.UploadAsync("t", SampleTable.Arrow("iris"), Cancellation))).Code);

        // Room again: it goes on as if nothing had been.
        File.Delete(ballast);
        var next = await TrainAsync(client, small);
        var before = await JobsAsync(client);
        await StateDirectory.KillAsync(server);
        server = await state.StartAsync();
        await using var again = await server.OpenWireAsync();
        var snapshot = await again.JoinSessionAsync("work", cancellation: Cancellation);
        Assert.Equal([small], snapshot.Data.Select(d => d.DataHandle));
        Assert.Equal(before, await JobsAsync(again));
        Assert.All([done, next], job => Assert.Contains(before, b => b.JobId == job && b.Status == "complete"));
    }

    // The database has some room of its own: requests are made until it has none.
    static async Task UntilFullAsync(WireClient client, string table)
    {
        for (var i = 0; i < 10_000; i++)
        {
            var job = (await client.SubmitAsync(Methods.Cluster, table, "KMeans", new() { ["features"] = new System.Text.Json.Nodes.JsonArray("Sepal.Length") }, Cancellation)).JobId;
            await client.Connection.CallAsync(Methods.JobCancel, new JobIdParams(job), Json.JobIdParams, cancellation: Cancellation);
        }
    }

    static async Task<List<(string JobId, string Status)>> JobsAsync(WireClient client) =>
        [.. (await client.Connection.CallAsync(Methods.JobList, cancellation: Cancellation)).Result.Deserialize(Json.JobListResult)!.Jobs.Select(j => (j.JobId, j.Status))];

    [Fact]
    public async Task WhatIsKeptHasALimit()
    {
        await using var server = await ServerProcess.StartAsync("--storage-limit", "2");
        await using var client = await server.OpenWireAsync();
        await client.CreateSessionAsync("work", Cancellation);
        var first = await client.UploadAsync("a", SampleTable.Random(10_000, 20), Cancellation);
        var error = await RefusalAsync(() => client.UploadAsync("b", SampleTable.Random(10_000, 20), Cancellation));
        Assert.Equal(
            (ErrorCodes.TooMany, "Tables and results take 1.5 MB of the 2 MB that they may (storage_limit), and 1.5 MB more are asked for. Delete tables or jobs first."),
            (error.Code, error.Message));
        var begin = new UploadBeginParams("b", JsonSerializer.SerializeToElement(1_600_000), JsonSerializer.SerializeToElement(2));
        Assert.Equal(ErrorCodes.TooMany, (await RefusalAsync(() => client.Connection.CallAsync(Methods.DataUploadBegin, begin, Json.UploadBeginParams, cancellation: Cancellation))).Code);
        await client.Connection.CallAsync(Methods.DataDelete, new DataHandleParams(first.DataHandle), Json.DataHandleParams, cancellation: Cancellation);
        await client.UploadAsync("b", SampleTable.Random(10_000, 20), Cancellation);
    }
}
