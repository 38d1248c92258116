using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Server.Daemons;
using Rtemis.Server.Metrics;
using Rtemis.Server.Options;

namespace Rtemis.Server.Tests.Metrics;

/// <summary>What a listener is told of a real server.</summary>
public sealed class MetricsTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryRequestIsCountedByMethodAndOutcomeWithItsDuration()
    {
        await using var server = await RunningServer.StartAsync();
        using var requests = Collect<double>(server, "request.duration");
        await using var client = await server.ConnectAsync();
        await client.AskAsync(Methods.Ping, "{}");
        await client.RefusalAsync("no.such.method", "{}");
        await client.RefusalAsync(Methods.DataList, "{}");
        await requests.WaitForMeasurementsAsync(4, Patience);
        Assert.Equal(
            [("auth", "ok"), ("ping", "ok"), ("_OTHER", "unknown_method"), ("data.list", "not_attached")],
            requests.GetMeasurementSnapshot().Select(m => ((string)m.Tags["rpc.method"]!, (string)m.Tags["outcome"]!)));
        Assert.All(requests.GetMeasurementSnapshot(), m => Assert.InRange(m.Value, 0, Patience.TotalSeconds));
    }

    [Fact]
    public async Task FramesAndTheirBytesAreCountedBothWays()
    {
        await using var server = await RunningServer.StartAsync(new ServerOptions { HeartbeatInterval = TimeSpan.Zero });
        using var frames = Collect<long>(server, "frames");
        using var bytes = Collect<long>(server, "io");
        using var uploaded = Collect<long>(server, "uploaded");
        var table = Tables.Arrow(Tables.Random(1000, 3));
        await using var client = await server.ConnectAsync();
        await client.CreateSessionAsync(cancellation: Cancellation);
        await client.UploadAsync("t", table, Cancellation);
        // In: auth, session.create, data.upload. Out: ready, their answers, and that the session has changed.
        await frames.WaitForMeasurementsAsync(8, Patience);
        Assert.Equal((3, 5), (Sum(frames, "receive"), Sum(frames, "transmit")));
        Assert.InRange(Sum(bytes, "receive"), table.Length, table.Length + 1000);
        Assert.InRange(Sum(bytes, "transmit"), 500, 5000);
        Assert.Equal(table.Length, uploaded.GetMeasurementSnapshot().Sum(m => m.Value));

        static long Sum(MetricCollector<long> collector, string direction) =>
            collector.GetMeasurementSnapshot().Where(m => (string)m.Tags["network.io.direction"]! == direction).Sum(m => m.Value);
    }

    [Fact]
    public async Task RefusedConnectionsAndWrongTokensAreCounted()
    {
        await using var server = await RunningServer.StartAsync();
        using var rejected = Collect<long>(server, "rejected_connections");
        using var wrong = Collect<long>(server, "wrong_tokens");
        await UpgradeAsync(server, ("Origin", "https://evil.example"));
        await UpgradeAsync(server, ("Host", "evil.example"));
        Assert.Equal(["origin", "host"], rejected.GetMeasurementSnapshot().Select(m => (string)m.Tags["reason"]!));
        await Assert.ThrowsAsync<ServerErrorException>(() => WireClient.ConnectAsync(server.Address, "wrong-token", null, Cancellation));
        Assert.Equal(1, Assert.Single(wrong.GetMeasurementSnapshot()).Value);
    }

    [Fact]
    public async Task JobsAreCountedByTypeAndOutcomeAndDeadDaemonsByReason()
    {
        await using var server = await RunningServer.StartAsync();
        using var jobs = Collect<long>(server, "jobs");
        using var times = Collect<double>(server, "job.duration");
        using var starts = Collect<long>(server, "daemon.starts");
        using var deaths = Collect<long>(server, "daemon.deaths");
        await using var client = await server.ConnectAsync();
        await client.CreateSessionAsync(cancellation: Cancellation);
        var table = await client.UploadAsync("t", Tables.Random(30, 3), Cancellation);
        await FollowAsync(client, (await client.SubmitAsync(Methods.Decomp, table.DataHandle, "PCA", null, Cancellation)).JobId);
        var tooMany = new JsonObject { ["config"] = new JsonObject { ["k"] = 31 } };
        await FollowAsync(client, (await client.SubmitAsync(Methods.Cluster, table.DataHandle, "KMeans", tooMany, Cancellation)).JobId);
        Assert.Equal(
            [("decomp", "complete"), ("cluster", "engine_error")], jobs.GetMeasurementSnapshot().Select(m => ((string)m.Tags["type"]!, (string)m.Tags["outcome"]!)));
        Assert.Equal(2, times.GetMeasurementSnapshot().Count);

        var pid = server.Service<DaemonPool>().Memory.Single().Pid;
        using (var daemon = System.Diagnostics.Process.GetProcessById(pid)) daemon.Kill();
        await starts.WaitForMeasurementsAsync(1, Patience);
        Assert.Equal("died", Assert.Single(deaths.GetMeasurementSnapshot()).Tags["reason"]);
    }

    [Fact]
    public async Task TheStateIsToldWhenItIsAskedFor()
    {
        await using var server = await RunningServer.StartAsync(new ServerOptions { NDaemons = 2 });
        await using var client = await server.ConnectAsync();
        await client.CreateSessionAsync(cancellation: Cancellation);
        var pool = server.Service<DaemonPool>();
        Assert.Equal(
            [("connections", 1), ("sessions", 1), ("queued_jobs", 0), ("running_jobs", 0), ("daemons", 2)],
            ((string[])["connections", "sessions", "queued_jobs", "running_jobs", "daemons"]).Select(name => (name, Assert.Single(Observe<int>(server, name)).Value)));
        var memory = Observe<long>(server, "daemon.memory");
        Assert.Equal(pool.Memory.Select(d => d.Pid), memory.Select(m => (int)m.Tags["process.pid"]!));
        Assert.All(memory, m => Assert.InRange(m.Value, 1 << 20, 1L << 30));
    }

    [Fact]
    public async Task EveryInstrumentHasAUnitADescriptionAndARowInTheDocuments()
    {
        var told = new List<Instrument>();
        await using var server = await RunningServer.StartAsync();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => { if (instrument.Meter.Name == ServerMetrics.MeterName) told.Add(instrument); } };
        listener.Start();
        Assert.NotEmpty(told);
        var document = await File.ReadAllTextAsync(OperationsDocument, Cancellation);
        Assert.All(told, i =>
        {
            Assert.False(string.IsNullOrEmpty(i.Unit) || string.IsNullOrEmpty(i.Description), i.Name);
            Assert.Contains($"| `{i.Name}` | {i.Unit} |", document, StringComparison.Ordinal);
        });
    }

    static string OperationsDocument { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "docs", "operations.md"));

    static MetricCollector<T> Collect<T>(RunningServer server, string name) where T : struct =>
        new(server.Service<IMeterFactory>(), ServerMetrics.MeterName, $"rtemis.server.{name}");

    static IReadOnlyList<CollectedMeasurement<T>> Observe<T>(RunningServer server, string name) where T : struct
    {
        using var collector = Collect<T>(server, name);
        collector.RecordObservableInstruments();
        return collector.GetMeasurementSnapshot();
    }

    static async Task FollowAsync(WireClient client, string job)
    {
        await foreach (var _ in client.FollowAsync(job, Cancellation))
        {
            // Only the end matters.
        }
    }

    // By hand: a client's own code would not send such headers.
    static async Task UpgradeAsync(RunningServer server, (string Name, string Value) header)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{server.Port}/")));
        foreach (var (name, value) in ((string, string)[])[
            ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA=="), header])
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
