namespace Rtemis.Faults.Tests;

/// <summary>A client that loses its connection over and over, while jobs run.</summary>
public sealed class ReconnectTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EventsComeOnceAndInOrderOverAllConnections()
    {
        var cycles = Extent.Of(60, 1000);
        await using var server = await ServerProcess.StartAsync("--heartbeat-interval", "0");
        await using var worker = await server.OpenWireAsync();
        await worker.CreateSessionAsync("s", Cancellation);
        var (small, large) = await worker.UploadBothAsync();
        using var enough = new CancellationTokenSource();
        var working = WorkAsync(worker, small, large, enough.Token);

        var random = new Random(Extent.Seed);
        var seen = 0L;
        for (var i = 0; i < cycles; i++) seen = await TakeSomeAsync(server, seen, random);
        await enough.CancelAsync();
        var jobs = await working;

        // All that is left, to the end of the last job.
        await using var last = await server.OpenWireAsync();
        await last.JoinSessionAsync("s", seen, Cancellation);
        await foreach (var happened in last.Connection.Events.WithCancellation(Cancellation))
        {
            if (happened.Seq is not { } seq) continue;
            Assert.Equal(++seen, seq);
            if (happened.IsFinal() && happened.JobId() == jobs[^1]) break;
        }
        TestContext.Current.SendDiagnosticMessage($"{cycles} connections, {jobs.Count} jobs, {seen} events.");
    }

    // Takes up to some events of one connection, then drops it or says good-bye; the number of the last.
    static async Task<long> TakeSomeAsync(ServerProcess server, long seen, Random random)
    {
        var client = await server.OpenWireAsync();
        await client.JoinSessionAsync("s", seen, Cancellation);
        var most = random.Next(30);
        if (random.Next(3) == 0) await client.Connection.CallAsync(Protocol.Methods.SessionAck, new(seen), Protocol.ProtocolJson.Default.SessionAckParams);
        var taken = 0;
        if (most > 0)
        {
            await foreach (var happened in client.Connection.Events.WithCancellation(Cancellation))
            {
                if (happened.Seq is not { } seq) continue;
                Assert.Equal(++seen, seq);
                if (++taken == most) break;
            }
        }
        if (random.Next(2) == 0) client.Connection.Abort();
        await client.DisposeAsync();
        return seen;
    }

    static async Task<List<string>> WorkAsync(WireClient client, string small, string large, CancellationToken until)
    {
        var jobs = new List<string>();
        var random = new Random(Extent.Seed + 1);
        while (!until.IsCancellationRequested)
        {
            jobs.Add(await client.SubmitSomeAsync(random, small, large));
            await client.EndOfAsync(jobs[^1]);
        }
        return jobs;
    }
}
