using System.Diagnostics;
using System.Globalization;

namespace Rtemis.Faults.Tests;

/// <summary>Everything at a high rate for a while: memory and handles stay where they are.</summary>
public sealed class SoakTests
{
    const int Pingers = 4;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MemoryAndHandlesStayFlat()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory and handles are read from /proc.");
        var time = TimeSpan.FromSeconds(Extent.Of(18, 600));
        await using var server = await ServerProcess.StartAsync("--max-sessions", "80");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var counts = new long[3];
        var samples = new List<(double Seconds, long Bytes, int Handles)>();
        var start = Stopwatch.GetTimestamp();
        end.CancelAfter(time);
        Task[] all =
        [
            .. Enumerable.Range(0, Pingers).Select(_ => PingAsync(server, counts, end.Token)),
            UploadAsync(server, counts, end.Token), WorkAsync(server, counts, end.Token), ComeAndGoAsync(server, end.Token),
        ];
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(time / 60, CancellationToken.None);
            samples.Add((Stopwatch.GetElapsedTime(start).TotalSeconds, ProcessFigures.PrivateBytes(server.Id), ProcessFigures.Handles(server.Id)));
        }
        await Task.WhenAll(all);

        // The first third pays for what is only paid once, and a short run for some of it later: what stays after a collection counts.
        var (early, late) = (samples.Skip(samples.Count / 3).Take(samples.Count / 3).ToList(), samples.TakeLast(samples.Count / 3).ToList());
        var grown = (late.Min(s => s.Bytes) - early.Min(s => s.Bytes)) / (double)(1 << 20);
        var more = late.Average(s => s.Handles) - early.Average(s => s.Handles);
        TestContext.Current.SendDiagnosticMessage(string.Create(
            CultureInfo.InvariantCulture,
            $"{time.TotalSeconds} s: {counts[0]} pings, {counts[1]} uploads, {counts[2]} jobs; memory {early.Min(s => s.Bytes) >> 20} MB, then {grown:+0.0;-0.0} MB; handles {early.Average(s => s.Handles):0}, then {more:+0.0;-0.0}."));
        Assert.True(grown < Extent.Of(80, 24), $"The server grew by {grown} MB.");
        Assert.True(more < 8, $"The server holds {more} handles more.");
        Assert.True(counts[0] > 0 && counts[1] > 0 && counts[2] > 0, "Nothing was done.");
    }

    static async Task PingAsync(ServerProcess server, long[] counts, CancellationToken until)
    {
        await using var client = await server.OpenWireAsync();
        while (!until.IsCancellationRequested)
        {
            // In bursts, so that the jobs, which come last, get something of the machine too.
            for (var i = 0; i < 200; i++) await client.PingAsync();
            Interlocked.Add(ref counts[0], 200);
            await Task.Delay(100, CancellationToken.None);
        }
    }

    static async Task UploadAsync(ServerProcess server, long[] counts, CancellationToken until)
    {
        await using var client = await server.OpenWireAsync();
        await client.CreateSessionAsync("uploads", Cancellation);
        var table = SampleTable.Arrow(SampleTable.Random(10_000, 20));
        for (; !until.IsCancellationRequested; Interlocked.Increment(ref counts[1]))
        {
            var entry = await client.UploadAsync("t", table, Cancellation);
            await client.DescribeAsync(entry.DataHandle, Cancellation);
            await client.DeleteTableAsync(entry.DataHandle);
        }
    }

    static async Task WorkAsync(ServerProcess server, long[] counts, CancellationToken until)
    {
        await using var client = await server.OpenWireAsync();
        await client.CreateSessionAsync("jobs", Cancellation);
        var table = (await client.UploadAsync("small", SampleTable.Arrow("iris"), Cancellation)).DataHandle;
        for (; !until.IsCancellationRequested; Interlocked.Increment(ref counts[2]))
        {
            var job = (await client.SubmitAsync(Protocol.Methods.Train, table, "CART", null, Cancellation)).JobId;
            await foreach (var happened in client.FollowAsync(job, Cancellation)) Assert.NotEqual(Protocol.EventNames.JobFailed, happened.Name);
            Assert.NotNull(await client.ResultTableAsync(job, "predictions", Cancellation));
            await client.DeleteJobAsync(job);
        }
    }

    // Connections that come, look into the busy session, and go, some without a word.
    static async Task ComeAndGoAsync(ServerProcess server, CancellationToken until)
    {
        for (var i = 0; !until.IsCancellationRequested; i++)
        {
            await using var client = await server.OpenWireAsync();
            if ((await client.Connection.CallAsync(Protocol.Methods.SessionList, cancellation: Cancellation)).Result.GetRawText().Contains("\"jobs\"", StringComparison.Ordinal))
                await client.JoinSessionAsync("jobs", 0, Cancellation);
            if (i % 2 == 0) client.Connection.Abort();
        }
    }
}
