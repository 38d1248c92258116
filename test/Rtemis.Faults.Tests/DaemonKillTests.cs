namespace Rtemis.Faults.Tests;

/// <summary>Daemons are killed while they work, again and again.</summary>
public sealed class DaemonKillTests
{
    const int Daemons = 2;

    [Fact]
    public async Task EveryJobEndsOnceThePoolIsFilledAgainAndNoProcessIsLeft()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals and /proc are needed.");
        var jobs = Extent.Of(24, 300);
        await using var server = await ServerProcess.StartAsync("--n-daemons", $"{Daemons}");
        await using var client = await server.OpenWireAsync();
        await client.CreateSessionAsync(cancellation: TestContext.Current.CancellationToken);
        var (small, large) = await client.UploadBothAsync();
        var random = new Random(Extent.Seed);

        using var done = new CancellationTokenSource();
        using var ended = new SemaphoreSlim(0);
        var killed = KillAsync(server, ended, new Random(Extent.Seed + 1), done.Token);
        var submitted = new List<string>();
        for (var i = 0; i < jobs; i++) submitted.Add(await client.SubmitSomeAsync(random, small, large));
        var ends = await EndsAsync(client, jobs, ended);
        await done.CancelAsync();
        var pids = await killed;

        Assert.Equal(submitted.Order(), ends.Order());
        var states = (await client.JobsAsync()).GroupBy(j => j.Status).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(jobs, states.GetValueOrDefault("complete") + states.GetValueOrDefault("failed"));
        Assert.True(states.GetValueOrDefault("failed") > 0, "No job was hit.");
        Assert.True(states.GetValueOrDefault("complete") > 0, "No job came through.");
        await Calls.UntilAsync(async () => (await client.InfoAsync()).Daemons == Daemons, TimeSpan.FromSeconds(5), "The pool is not back to its size.");
        await Calls.UntilAsync(() => Task.FromResult(server.Daemons.Count == Daemons), TimeSpan.FromSeconds(5), "There are more processes than daemons.");
        Assert.DoesNotContain(pids, ServerProcess.IsRunning);

        var left = server.Daemons;
        await StateDirectory.KillAsync(server);
        await Calls.UntilAsync(() => Task.FromResult(!left.Any(ServerProcess.IsRunning)), TimeSpan.FromSeconds(5), "A daemon outlived its server.");
        TestContext.Current.SendDiagnosticMessage($"{jobs} jobs, {pids.Count} daemons killed: {states.GetValueOrDefault("complete")} complete, {states.GetValueOrDefault("failed")} failed.");
    }

    // Some daemon, some time after a job has ended, so that the slowest machine gets on.
    static async Task<HashSet<int>> KillAsync(ServerProcess server, SemaphoreSlim ended, Random random, CancellationToken until)
    {
        var killed = new HashSet<int>();
        try
        {
            while (true)
            {
                for (var i = random.Next(3); i >= 0; i--) await ended.WaitAsync(until);
                await Task.Delay(random.Next(400), until);
                var daemons = server.Daemons;
                if (daemons.Count == 0) continue;
                var victim = daemons[random.Next(daemons.Count)];
                ServerProcess.Signal("-KILL", victim);
                killed.Add(victim);
            }
        }
        catch (OperationCanceledException)
        {
            return killed;
        }
    }

    // One end a job, and nothing of a job after its end.
    static async Task<List<string>> EndsAsync(WireClient client, int jobs, SemaphoreSlim one)
    {
        var ended = new List<string>();
        await foreach (var happened in client.Connection.Events.WithCancellation(TestContext.Current.CancellationToken))
        {
            if (happened.JobId() is not { } job) continue;
            Assert.DoesNotContain(job, ended);
            if (!happened.IsFinal()) continue;
            ended.Add(job);
            one.Release();
            if (ended.Count == jobs) break;
        }
        return ended;
    }
}
