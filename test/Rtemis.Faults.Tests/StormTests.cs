using System.Collections.Concurrent;
using System.Diagnostics;

namespace Rtemis.Faults.Tests;

/// <summary>Very much at once.</summary>
public sealed class StormTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OfManyJobsThatAreCancelledAtOnceFromAllSidesEachEndsOnce()
    {
        var jobs = Extent.Of(40, 500);
        await using var server = await ServerProcess.StartAsync("--n-daemons", "2");
        await using var client = await server.OpenWireAsync();
        await client.CreateSessionAsync("s", Cancellation);
        var (small, large) = await client.UploadBothAsync();
        var others = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => server.OpenWireAsync()));
        foreach (var other in others) await other.JoinSessionAsync("s", cancellation: Cancellation);
        var random = new Random(Extent.Seed);
        var submitted = new List<string>();
        for (var i = 0; i < jobs; i++) submitted.Add(await client.SubmitSomeAsync(random, small, large));

        // Each job by each of them, in orders of their own.
        await Task.WhenAll(others.Select(async (other, k) =>
        {
            var mine = submitted.ToArray();
            new Random(Extent.Seed + k).Shuffle(mine);
            foreach (var job in mine) await other.CancelAsync(job);
        }));
        var ends = new List<string>();
        await foreach (var happened in client.Connection.Events.WithCancellation(Cancellation))
        {
            if (happened.IsFinal()) ends.Add(happened.JobId()!);
            if (ends.Count == jobs) break;
        }
        Assert.Equal(submitted.Order(), ends.Order());
        Assert.All(await client.JobsAsync(), j => Assert.True(j.Status is "cancelled" or "complete", j.Status));
        Assert.Contains(await client.JobsAsync(), j => j.Status == "cancelled");
        foreach (var other in others) await other.DisposeAsync();

        // Nothing is stuck.
        var next = (await client.SubmitAsync(Protocol.Methods.Train, small, "CART", null, Cancellation)).JobId;
        await foreach (var happened in client.FollowAsync(next, Cancellation)) Assert.NotEqual(Protocol.EventNames.JobFailed, happened.Name);
    }

    [Fact]
    public async Task SixtyFourConnectionsUploadWhileJobsRunAndAPingIsStillAnsweredAtOnce()
    {
        const int Connections = 64;
        var rounds = Extent.Of(2, 10);
        await using var server = await ServerProcess.StartAsync("--max-sessions", "80", "--n-daemons", "1");
        await using var worker = await server.OpenWireAsync();
        await worker.CreateSessionAsync("worker", Cancellation);
        var (small, large) = await worker.UploadBothAsync();
        using var enough = new CancellationTokenSource();
        var working = WorkAsync(worker, small, large, enough.Token);
        var pings = new ConcurrentBag<double>();
        await using var pinger = await server.OpenWireAsync();
        var pinging = PingAsync(pinger, pings, enough.Token);

        var clients = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => server.OpenWireAsync()));
        var table = SampleTable.Arrow(SampleTable.Random(20_000, 10));
        await Task.WhenAll(clients.Select(async (client, k) =>
        {
            await client.CreateSessionAsync($"s{k}", Cancellation);
            for (var i = 0; i < rounds; i++)
            {
                var entry = await client.UploadAsync("t", table, Cancellation);
                Assert.Equal((20_000, 10), (entry.Rows, entry.Cols));
                Assert.Equal(10, (await client.DescribeAsync(entry.DataHandle, Cancellation)).Columns.Count);
                await client.DeleteTableAsync(entry.DataHandle);
            }
        }));
        await enough.CancelAsync();
        Assert.True(await working > 0, "No job came through.");
        await pinging;
        foreach (var client in clients) await client.DisposeAsync();
        var sorted = pings.Order().ToArray();
        TestContext.Current.SendDiagnosticMessage($"Pings meanwhile: {sorted.Length}, median {sorted[sorted.Length / 2]:0.00} ms, 99 % {sorted[(int)(sorted.Length * 0.99)]:0.0} ms, longest {sorted[^1]:0.0} ms.");
        // Generous, since the machine that runs the tests does other things too.
        Assert.True(sorted[sorted.Length / 2] < 100, $"The median ping took {sorted[sorted.Length / 2]} ms.");
    }

    static async Task PingAsync(WireClient client, ConcurrentBag<double> times, CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            await client.PingAsync();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    static async Task<int> WorkAsync(WireClient client, string small, string large, CancellationToken until)
    {
        var random = new Random(Extent.Seed);
        var complete = 0;
        while (!until.IsCancellationRequested)
        {
            var job = await client.SubmitSomeAsync(random, small, large);
            Assert.Equal(Protocol.EventNames.JobComplete, (await client.EndOfAsync(job)).Name);
            complete++;
        }
        return complete;
    }
}
