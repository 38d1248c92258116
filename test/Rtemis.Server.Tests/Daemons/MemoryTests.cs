using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Server.Daemons;
using Rtemis.Server.Daemons.Native;
using Rtemis.Server.Options;

namespace Rtemis.Server.Tests.Daemons;

/// <summary>Real jobs that need more memory than there is for them.</summary>
public sealed class MemoryTests
{
    const string Groups = "/sys/fs/cgroup/memory";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnAllocationThatFailsEndsTheJobOutOfMemoryAndTheNextOneRunsInAnotherDaemon()
    {
        await using var server = await RunningServer.StartAsync(new ServerOptions { DaemonMemory = 96 });
        await using var client = await PreparedAsync(server);
        // The membership of each case in each cluster takes 240 MB.
        var many = new JsonObject { ["config"] = new JsonObject { ["k"] = 2000 } };
        var error = await FailureOfAsync(client, await SubmitAsync(client, Methods.Cluster, 15_000, "CMeans", many));
        Assert.Matches(
            @"^The job needs more memory than it may have: its daemon had \d+ MB and could not get what it needed, the limit is 96 MB \(--daemon-memory\)\.$",
            error.GetProperty("message").GetString());
        Assert.Equal("out_of_memory", Reason(error));
        Assert.InRange(Peak(error), 1 << 20, 96 << 20);
        await NextJobCompletesAsync(client);
    }

    [Fact]
    public async Task ADaemonThatHasMoreThanItMayIsKilledAndItsJobOutOfMemory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The daemon's own limit is taken from it with env.");
        // Without the heap limit the daemon can go over the other one.
        var own = DaemonCommand.Own();
        var unbounded = new DaemonCommand("/usr/bin/env", ["-u", "DOTNET_GCHeapHardLimit", own.FileName, .. own.Arguments]);
        await using var server = await RunningServer.StartAsync(new ServerOptions { DaemonMemory = 96 }, configure: s => s.AddSingleton(unbounded));
        await using var client = await PreparedAsync(server);
        var error = await FailureOfAsync(client, await HungryAsync(client));
        Assert.Matches(
            @"^The job needs more memory than it may have: its daemon had \d+ MB, the limit is 96 MB \(--daemon-memory\)\.$", error.GetProperty("message").GetString());
        Assert.Equal(("out_of_memory", 9), (Reason(error), error.GetProperty("details").GetProperty("signal").GetInt32()));
        Assert.True(Peak(error) > 96 << 20);
        await NextJobCompletesAsync(client);
    }

    [Fact]
    public async Task ADaemonThatTheKernelKilledForLackOfMemoryIsToldApartFromOneThatSomebodyKilled()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Directory.Exists(Groups), "It takes root and a memory control group.");
        await using var server = await RunningServer.StartAsync(new ServerOptions { DaemonMemory = 0 });
        await using var client = await PreparedAsync(server);
        await NextJobCompletesAsync(client);
        var group = Directory.CreateDirectory(Path.Combine(Groups, $"rtemis-test-{Environment.ProcessId}")).FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(group, "memory.limit_in_bytes"), "100M", Cancellation);
            var daemon = Assert.Single(server.Service<DaemonPool>().Memory).Pid;
            await File.WriteAllTextAsync(Path.Combine(group, "cgroup.procs"), daemon.ToString(CultureInfo.InvariantCulture), Cancellation);
            var error = await FailureOfAsync(client, await HungryAsync(client));
            Assert.Equal(("out_of_memory", 9), (Reason(error), error.GetProperty("details").GetProperty("signal").GetInt32()));
            Assert.Matches(@"^The system ended the job because memory ran out: its daemon had \d+ MB\.$", error.GetProperty("message").GetString());
            await NextJobCompletesAsync(client);
        }
        finally
        {
            // The group lasts as long as its last process.
            foreach (var left in await File.ReadAllLinesAsync(Path.Combine(group, "cgroup.procs"), Cancellation))
                await File.WriteAllTextAsync(Path.Combine(Groups, "cgroup.procs"), left, Cancellation);
            Directory.Delete(group);
        }
    }

    [Fact]
    public void WithoutAnOptionTheDaemonsShareTheMachinesMemory()
    {
        var one = MemoryLimit.From(new ServerOptions())!.Bytes;
        Assert.InRange(one, 1, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        Assert.Equal(one / 4, MemoryLimit.From(new ServerOptions { NDaemons = 4 })!.Bytes);
        Assert.Null(MemoryLimit.From(new ServerOptions { DaemonMemory = 0 }));
    }

    [Theory]
    [InlineData(64, "2400000")]
    [InlineData(1024, "3A800000")]
    public void TheHeapMayHaveSomewhatLessThanTheDaemon(int megabytes, string heap) =>
        Assert.Equal(heap, MemoryLimit.From(new ServerOptions { DaemonMemory = megabytes })!.Heap);

    static async Task<WireClient> PreparedAsync(RunningServer server)
    {
        var client = await server.ConnectAsync();
        await client.CreateSessionAsync(cancellation: Cancellation);
        return client;
    }

    // Exact t-SNE keeps a number for each pair of cases, 128 MB, for a thousand rounds.
    static Task<string> HungryAsync(WireClient client) => SubmitAsync(client, Methods.Decomp, 4000, "tSNE", new JsonObject { ["config"] = new JsonObject { ["theta"] = 0 } });

    static async Task<string> SubmitAsync(WireClient client, string method, int rows, string algorithm, JsonObject? parameters)
    {
        var table = await client.UploadAsync($"t{rows}", Tables.Random(rows, 3), Cancellation);
        return (await client.SubmitAsync(method, table.DataHandle, algorithm, parameters, Cancellation)).JobId;
    }

    static async Task NextJobCompletesAsync(WireClient client)
    {
        var last = await LastEventAsync(client, await SubmitAsync(client, Methods.Decomp, 50, "PCA", null));
        Assert.True(last.Name == EventNames.JobComplete, last.Data.GetRawText());
    }

    static async Task<JsonElement> FailureOfAsync(WireClient client, string job)
    {
        var last = await LastEventAsync(client, job);
        Assert.True(last.Name == EventNames.JobFailed, last.Data.GetRawText());
        return last.Data.GetProperty("error");
    }

    static async Task<ServerEvent> LastEventAsync(WireClient client, string job)
    {
        ServerEvent? last = null;
        await foreach (var happened in client.FollowAsync(job, Cancellation)) last = happened;
        return last!;
    }

    static string? Reason(JsonElement error) => error.GetProperty("details").GetProperty("reason").GetString();

    static long Peak(JsonElement error) => error.GetProperty("details").GetProperty("peak_memory_bytes").GetInt64();
}
