using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.EndToEnd.Tests.Durability;

/// <summary>What a server has told is there again when it, or another one, starts on the same folder, however it ended.</summary>
public sealed class RestartTests
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    // A tree that is grown to single cases takes seconds on this table.
    static readonly JsonObject Endless = new() { ["hyperparameters"] = new JsonObject { ["cp"] = 0.0, ["maxdepth"] = 30, ["maxsurrogate"] = 5 } };

    static readonly string[] Slices = ["summary", "metrics", "record", "varimp", "predictions", "roc", "session", "raw"];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("-KILL")]
    [InlineData("-TERM")]
    public async Task EverythingIsThereAgain(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are needed.");
        await using var state = new StateDirectory();
        var server = await state.StartAsync();
        await using var client = await server.OpenWireAsync();
        await client.CreateSessionAsync("work", Cancellation);
        var small = (await client.UploadAsync("small", SampleTable.Arrow("iris"), Cancellation)).DataHandle;
        var large = (await client.UploadAsync("large", SampleTable.Random(150_000, 30), Cancellation)).DataHandle;
        var done = (await client.SubmitAsync(Methods.Train, small, "CART", null, Cancellation)).JobId;
        await client.EndsWithAsync(done, EventNames.JobComplete);
        var slices = await ReadAsync(client, done);
        var running = (await client.SubmitAsync(Methods.Train, large, "CART", Endless, Cancellation)).JobId;
        string[] queued =
        [
            (await client.SubmitAsync(Methods.Train, small, "CART", null, Cancellation)).JobId,
            (await client.PredictAsync(done, small, Cancellation)).JobId,
            (await client.SubmitAsync(Methods.Cluster, small, "KMeans", new() { ["features"] = new JsonArray("Sepal.Length", "Sepal.Width") }, Cancellation)).JobId,
        ];
        // What queued jobs need stays, though it was deleted.
        await client.Connection.CallAsync(Methods.JobDelete, new JobIdParams(done), Json.JobIdParams, cancellation: Cancellation);
        var kept = (await client.SubmitAsync(Methods.Train, small, "CART", null, Cancellation)).JobId;
        await client.Connection.CallAsync(Methods.DataDelete, new DataHandleParams(small), Json.DataHandleParams, cancellation: Cancellation);
        var last = (await StatusesAsync(client)).Select(j => j.JobId).ToList();
        Assert.Equal([running, .. queued, kept], last);

        ServerProcess.Signal(signal, server.Id);
        await server.WaitForExitAsync();
        server = await state.StartAsync();

        await using var again = await server.OpenWireAsync();
        var snapshot = await again.JoinSessionAsync("work", cancellation: Cancellation);
        Assert.Equal([large], snapshot.Data.Select(d => d.DataHandle));
        var jobs = await StatusesAsync(again);
        Assert.Equal(last, jobs.Select(j => j.JobId));
        Assert.Equal(["running", "queued", "queued", "queued", "queued"], jobs.Select(j => j.Status));
        Assert.Equal([null, 1, 2, 3, 4], jobs.Select(j => j.QueuePosition));
        await again.Connection.CallAsync(Methods.JobCancel, new JobIdParams(running), Json.JobIdParams, cancellation: Cancellation);
        await again.EndsWithAsync(kept, EventNames.JobComplete);
        Assert.Equal(["cancelled", "complete", "complete", "complete", "complete"], (await StatusesAsync(again)).Select(j => j.Status));
        var repeated = await ReadAsync(again, queued[0]);
        foreach (var slice in (string[])["varimp", "predictions", "roc"]) Assert.Equal(slices[slice], repeated[slice]);
        // What nobody needs any more is gone from the disk too.
        Assert.Single(Directory.GetFiles(state.Data));
        Assert.Equal(4, Directory.GetDirectories(state.Jobs).Length);
    }

    [Fact]
    public async Task AllSlicesOfAFinishedJobAreReadAsBefore()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are needed.");
        await using var state = new StateDirectory();
        var server = await state.StartAsync();
        await using var client = await server.OpenWireAsync();
        await client.CreateSessionAsync("work", Cancellation);
        var small = (await client.UploadAsync("small", SampleTable.Arrow("iris"), Cancellation)).DataHandle;
        var done = (await client.SubmitAsync(Methods.Train, small, "CART", null, Cancellation)).JobId;
        await client.EndsWithAsync(done, EventNames.JobComplete);
        var slices = await ReadAsync(client, done);
        var description = await client.DescribeAsync(small, Cancellation);
        var summary = Assert.Single(await StatusesAsync(client));
        await StateDirectory.KillAsync(server);

        server = await state.StartAsync();
        await using var again = await server.OpenWireAsync();
        await again.JoinSessionAsync("work", cancellation: Cancellation);
        Assert.Equal(slices, await ReadAsync(again, done));
        Assert.Equal(summary, Assert.Single(await StatusesAsync(again)));
        Assert.Equivalent(description, await again.DescribeAsync(small, Cancellation), strict: true);
    }

    [Fact]
    public async Task AJobIsTriedAgainOnceAndThenFails()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are needed.");
        await using var state = new StateDirectory();
        var server = await state.StartAsync();
        await using var client = await server.OpenWireAsync();
        await client.CreateSessionAsync("work", Cancellation);
        var large = (await client.UploadAsync("large", SampleTable.Random(150_000, 30), Cancellation)).DataHandle;
        var job = (await client.SubmitAsync(Methods.Train, large, "CART", Endless, Cancellation)).JobId;
        await UntilTrainingAsync(client, job);
        await StateDirectory.KillAsync(server);

        server = await state.StartAsync();
        await using var second = await server.OpenWireAsync();
        await second.JoinSessionAsync("work", since: 0, cancellation: Cancellation);
        var told = await UntilTrainingAsync(second, job, after: "The server was restarted. The job starts again.");
        Assert.Contains(told, e => e.Name == EventNames.JobStarted);
        await StateDirectory.KillAsync(server);

        server = await state.StartAsync();
        await using var third = await server.OpenWireAsync();
        await third.JoinSessionAsync("work", since: told[^1].Seq, cancellation: Cancellation);
        var failed = (await third.EventsOfAsync(job))[^1];
        Assert.Equal(EventNames.JobFailed, failed.Name);
        Assert.Equal("server_restarted", failed.Data.GetProperty("error").GetProperty("details").GetProperty("reason").GetString());
        Assert.Equal("failed", Assert.Single(await StatusesAsync(third)).Status);
    }

    [Fact]
    public async Task EventsGoOnWhereTheyWereOnceAndInOrder()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are needed.");
        await using var state = new StateDirectory();
        var server = await state.StartAsync();
        await using var client = await server.OpenWireAsync();
        await client.CreateSessionAsync("work", Cancellation);
        var small = (await client.UploadAsync("small", SampleTable.Arrow("iris"), Cancellation)).DataHandle;
        var first = (await client.SubmitAsync(Methods.Train, small, "CART", null, Cancellation)).JobId;
        var seen = (await client.EventsOfAsync(first)).Select(e => e.Seq!.Value).ToList();
        var second = (await client.SubmitAsync(Methods.Train, small, "CART", null, Cancellation)).JobId;
        await client.EndsWithAsync(second, EventNames.JobComplete);
        await StateDirectory.KillAsync(server);

        server = await state.StartAsync();
        await using var again = await server.OpenWireAsync();
        await again.JoinSessionAsync("work", since: seen[^1], cancellation: Cancellation);
        var missed = await again.EventsOfAsync(second);
        Assert.Equal(EventNames.JobComplete, missed[^1].Name);
        var third = (await again.SubmitAsync(Methods.Train, small, "CART", null, Cancellation)).JobId;
        seen.AddRange(missed.Select(e => e.Seq!.Value));
        seen.AddRange((await again.EventsOfAsync(third)).Select(e => e.Seq!.Value));
        Assert.Equal(seen.Distinct().Order(), seen);
    }

    [Fact]
    public async Task AnUploadGoesOnWhereItWas()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are needed.");
        await using var state = new StateDirectory();
        var server = await state.StartAsync();
        await using var client = await server.OpenWireAsync();
        await client.CreateSessionAsync("work", Cancellation);
        var table = SampleTable.Arrow("iris");
        const int Chunks = 5;
        var upload = await client.Connection.CallAsync(
            Methods.DataUploadBegin, new UploadBeginParams("t", JsonSerializer.SerializeToElement(table.Length), JsonSerializer.SerializeToElement(Chunks)),
            Json.UploadBeginParams, Json.UploadBeginResult, null, Cancellation);
        foreach (var chunk in (int[])[4, 1]) await ChunkAsync(client, chunk);
        await StateDirectory.KillAsync(server);

        server = await state.StartAsync();
        await using var again = await server.OpenWireAsync();
        await again.JoinSessionAsync("work", cancellation: Cancellation);
        var twice = await Assert.ThrowsAsync<ServerErrorException>(() => ChunkAsync(again, 4));
        Assert.Equal("Chunk 4 already received.", twice.Error.Message);
        foreach (var chunk in (int[])[3, 2, 5]) await ChunkAsync(again, chunk);
        var entry = await again.Connection.CallAsync(
            Methods.DataUploadEnd, new UploadIdParams(upload.UploadId), Json.UploadIdParams, Json.DataEntry, null, Cancellation);
        Assert.Equal((150, 5), (entry.Rows, entry.Cols));
        Assert.Equal(table, await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(state.Data)), Cancellation));
        Assert.Empty(Directory.GetFiles(state.Uploads));

        Task<UploadChunkResult> ChunkAsync(WireClient to, int index)
        {
            var size = (table.Length + Chunks - 1) / Chunks;
            var bytes = table.AsMemory((index - 1) * size, Math.Min(size, table.Length - ((index - 1) * size)));
            return to.Connection.CallAsync(
                Methods.DataUploadChunk, new UploadChunkParams(upload.UploadId, index), Json.UploadChunkParams, Json.UploadChunkResult, bytes, Cancellation);
        }
    }

    static async Task<Dictionary<string, string>> ReadAsync(WireClient client, string job)
    {
        var slices = new Dictionary<string, string>();
        foreach (var slice in Slices)
        {
            var response = await client.Connection.CallAsync(Methods.JobResult, new JobResultParams(job, slice), Json.JobResultParams, cancellation: Cancellation);
            slices[slice] = response.Result.GetRawText() + (response.Payload is { } payload ? Convert.ToHexString(payload.Span) : "");
        }
        return slices;
    }

    static async Task<JobSummary[]> StatusesAsync(WireClient client) =>
        [.. (await client.Connection.CallAsync(Methods.JobList, cancellation: Cancellation)).Result.Deserialize(Json.JobListResult)!.Jobs];

    // All events of the job until it learns; with a message to wait for, until it does so after that.
    static async Task<List<ServerEvent>> UntilTrainingAsync(WireClient client, string job, string? after = null)
    {
        var events = new List<ServerEvent>();
        await foreach (var happened in client.Connection.Events.WithCancellation(Cancellation))
        {
            if (!happened.Data.TryGetProperty("job_id", out var id) || id.GetString() != job) continue;
            events.Add(happened);
            if (after is not null && happened.Data.TryGetProperty("message", out var message) && message.GetString() == after) after = null;
            if (after is null && happened.Data.TryGetProperty("kind", out var kind) && kind.GetString() == "train_alg") return events;
        }
        throw new InvalidOperationException("The connection ended before the job learned.");
    }
}
