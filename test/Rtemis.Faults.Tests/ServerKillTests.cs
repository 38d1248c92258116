namespace Rtemis.Faults.Tests;

/// <summary>The server is killed at any moment, again and again, on the same folder: nothing that it has acknowledged is missing.</summary>
public sealed class ServerKillTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NothingAcknowledgedIsMissing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are needed.");
        var kills = Extent.Of(5, 100);
        await using var state = new StateDirectory();
        var random = new Random(Extent.Seed);
        var ledger = new Ledger();
        for (var i = 0; i <= kills; i++)
        {
            var server = await state.StartAsync("--heartbeat-interval", "0");
            var client = await server.OpenWireAsync();
            if (i == 0) await client.CreateSessionAsync("s", Cancellation);
            else await client.JoinSessionAsync("s", ledger.LastEvent, Cancellation);
            if (i > 0) await CompareAsync(client, ledger);
            var visitor = new Visitor(client, ledger, random);
            if (random.Next(3) == 0) await visitor.FinishUploadAsync();
            var acting = visitor.ActAsync();
            if (i < kills)
            {
                await Task.Delay(random.Next(20, 1200), Cancellation);
                await StateDirectory.KillAsync(server);
                await acting;
                await client.DisposeAsync();
                continue;
            }
            await client.DisposeAsync();
            await acting;
            await EndAsync(server, ledger);
        }
        TestContext.Current.SendDiagnosticMessage(
            $"{kills} kills: {ledger.Tables.Count} tables and {ledger.Jobs.Count} jobs are there, {ledger.Ends.Count} ends and {ledger.LastEvent} events were told.");
    }

    static async Task CompareAsync(WireClient client, Ledger ledger)
    {
        var tables = (await client.TablesAsync()).ToDictionary(t => t.DataHandle, t => t.Rows);
        foreach (var (handle, rows) in ledger.Tables) Assert.Equal(rows, Assert.Contains(handle, (IReadOnlyDictionary<string, int>)tables));
        Assert.Empty(ledger.GoneTables.Intersect(tables.Keys));
        var jobs = (await client.JobsAsync()).ToDictionary(j => j.JobId, j => j.Status);
        Assert.Empty(ledger.Jobs.Except(jobs.Keys));
        Assert.Empty(ledger.GoneJobs.Intersect(jobs.Keys));
        foreach (var (job, end) in ledger.Ends.Where(e => jobs.ContainsKey(e.Key))) Assert.Equal(end, "job." + jobs[job]);
        foreach (var job in ledger.Cancelled.Where(jobs.ContainsKey)) Assert.Equal("cancelled", jobs[job]);
        // Tables and results can be read.
        if (ledger.Tables.Count > 0) await client.DescribeAsync(ledger.Tables.Keys.Last(), Cancellation);
        foreach (var job in jobs.Where(j => j.Value == "complete").TakeLast(3)) await client.ResultAsync(job.Key, "summary", Cancellation);
        // What is not in the ledger was asked for when the server ended: it is there in full or not at all.
        foreach (var unsure in tables.Keys.Except(ledger.Tables.Keys))
        {
            await client.DescribeAsync(unsure, Cancellation);
            ledger.Tables[unsure] = tables[unsure];
        }
        foreach (var unsure in jobs.Keys) ledger.Jobs.Add(unsure);
    }

    // At last all jobs come to their ends, each told once.
    static async Task EndAsync(ServerProcess server, Ledger ledger)
    {
        await using var client = await server.OpenWireAsync();
        await client.JoinSessionAsync("s", ledger.LastEvent, Cancellation);
        foreach (var job in (await client.JobsAsync()).Where(j => !j.IsFinal())) await client.CancelAsync(job.JobId);
        await Calls.UntilAsync(async () => (await client.JobsAsync()).All(j => j.IsFinal()), TimeSpan.FromSeconds(60), "A job does not end.");
        await CompareAsync(client, ledger);
        foreach (var job in (await client.JobsAsync()).Where(j => j.Status == "failed")) Assert.Contains("The server ended 2 times", job.Error!.Message, StringComparison.Ordinal);
    }
}
