using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Server.Daemons;
using Rtemis.Server.Options;
using Rtemis.Server.State;

namespace Rtemis.Server.Tests.R;

/// <summary>R daemons are told on, stopped, ended and replaced as the native ones are.</summary>
[Collection(RTests.Name)]
public sealed class RDaemonTests(StandInLibrary library)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WarningsAreMessagesAndWhatIsPrintedStaysOutOfTheProtocol()
    {
        await using var r = await RServer.StartAsync(library);
        var events = await r.EventsAsync(await r.TrainAsync(await UploadAsync(r), "Warning"));
        Assert.Equal(EventNames.JobComplete, events[^1].Name);
        var progress = events.Where(e => e.Name == EventNames.JobProgress).Select(e => (Level: Text(e, "level"), Message: Text(e, "message"), Stage: Text(e, "stage"))).ToList();
        Assert.Equal(("info", "Training Warning...", "train"), progress[0]);
        Assert.Equal(("warn", "Something is odd.", null), progress[1]);
        Assert.Equal("warn", progress[2].Level);
        Assert.StartsWith("Bytes that are no text: ", progress[2].Message, StringComparison.Ordinal);
        Assert.Equal(3, progress.Count);
    }

    [Fact]
    public async Task AnErrorOfRIsToldInItsWordsAndTheSameProcessGoesOn()
    {
        await using var r = await RServer.StartAsync(library);
        var data = await UploadAsync(r);
        var error = await r.FailureAsync(await r.TrainAsync(data, "Failing", Hyperparameters("message", "No \u001b[31mgood\u001b[0m.")));
        Assert.Equal((ErrorCodes.InternalError, "No good.", "engine_error"), (error.GetProperty("code").GetString(), error.GetProperty("message").GetString(), Reason(error)));
        var before = Pid(r);
        await r.CompleteAsync(await r.TrainAsync(data, "GLM"));
        Assert.Equal(before, Pid(r));
    }

    [Fact]
    public async Task ACancelledJobIsInterruptedAndItsProcessTakesTheNextOne()
    {
        await using var r = await RServer.StartAsync(library);
        var data = await UploadAsync(r);
        await r.CompleteAsync(await r.TrainAsync(data, "GLM"));
        var before = Pid(r);
        var job = await StartedAsync(r, data, "Slow");
        var clock = Stopwatch.StartNew();
        await CancelAsync(r, job);
        Assert.Equal(EventNames.JobCancelled, (await r.EventsAsync(job))[^1].Name);
        // Less than the two seconds after which it would have been killed.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1.9), $"It took {clock.Elapsed}.");
        await r.CompleteAsync(await r.TrainAsync(data, "GLM"));
        Assert.Equal(before, Pid(r));
    }

    [Fact]
    public async Task AnInterruptThatComesLateHitsNoOtherJob()
    {
        await using var r = await RServer.StartAsync(library);
        var data = await UploadAsync(r);
        var chance = new Random(7);
        for (var i = 0; i < 25; i++)
        {
            // One that is soon over, and one that tells much.
            var job = i % 2 == 0 ? await r.TrainAsync(data, "GLM") : await r.TrainAsync(data, "Slow", Hyperparameters("seconds", 30));
            for (var spins = chance.Next(40); spins > 0; spins--) await r.Client.Connection.CallAsync(Methods.Ping, JsonSerializer.SerializeToElement(new { }), null, Cancellation);
            await CancelAsync(r, job);
            var last = (await r.EventsAsync(job))[^1].Name;
            Assert.True(last is EventNames.JobCancelled or EventNames.JobComplete, last);
            await r.CompleteAsync(await r.TrainAsync(data, "GLM"));
        }
    }

    [Fact]
    public async Task InterruptsOfADaemonThatWaitsAreNothing()
    {
        await using var r = await RServer.StartAsync(library);
        var data = await UploadAsync(r);
        await r.CompleteAsync(await r.TrainAsync(data, "GLM"));
        var before = Pid(r);
        for (var i = 0; i < 20; i++)
        {
            using (var kill = Process.Start("kill", ["-INT", $"{before}"])) await kill.WaitForExitAsync(Cancellation);
            if (i % 4 == 0) await r.CompleteAsync(await r.TrainAsync(data, "GLM"));
        }
        await r.CompleteAsync(await r.TrainAsync(data, "GLM"));
        Assert.Equal(before, Pid(r));
    }

    [Fact]
    public async Task CodeThatTakesNoInterruptIsKilledAfterItsGraceAndReplaced()
    {
        await using var r = await RServer.StartAsync(library);
        var data = await UploadAsync(r);
        var job = await StartedAsync(r, data, "Stubborn");
        var before = Pid(r);
        var clock = Stopwatch.StartNew();
        await CancelAsync(r, job);
        Assert.Equal(EventNames.JobCancelled, (await r.EventsAsync(job))[^1].Name);
        Assert.InRange(clock.Elapsed.TotalSeconds, 1.9, 15);
        await r.CompleteAsync(await r.TrainAsync(data, "GLM"));
        Assert.NotEqual(before, Pid(r));
    }

    [Fact]
    public async Task AProcessThatEndsInAJobFailsItWithItsLastWordsAndIsReplaced()
    {
        await using var r = await RServer.StartAsync(library);
        var data = await UploadAsync(r);
        var left = await r.FailureAsync(await r.TrainAsync(data, "Quitting"));
        Assert.Equal(("daemon_died", 7), (Reason(left), left.GetProperty("details").GetProperty("exit_code").GetInt32()));
        Assert.Contains("I leave.", left.GetProperty("details").GetProperty("last_output").EnumerateArray().Select(l => l.GetString()));
        var crashed = await r.FailureAsync(await r.TrainAsync(data, "Crashing"));
        Assert.Equal(("daemon_died", 11), (Reason(crashed), crashed.GetProperty("details").GetProperty("signal").GetInt32()));
        var job = await StartedAsync(r, data, "Slow");
        using (var process = Process.GetProcessById(Pid(r))) process.Kill();
        var next = await r.TrainAsync(data, "GLM");
        var killed = await r.FailureAsync(job);
        Assert.Equal(("daemon_died", 9), (Reason(killed), killed.GetProperty("details").GetProperty("signal").GetInt32()));
        await r.CompleteAsync(next);
    }

    [Fact]
    public async Task WhatAJobLeavesRunningKeepsNobodyWaiting()
    {
        await using var r = await RServer.StartAsync(library);
        var data = await UploadAsync(r);
        var clock = Stopwatch.StartNew();
        var error = await r.FailureAsync(await r.TrainAsync(data, "Parent"));
        Assert.Equal(3, error.GetProperty("details").GetProperty("exit_code").GetInt32());
        // The process that it started sleeps for 30 s.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"It took {clock.Elapsed}.");
        await r.CompleteAsync(await r.TrainAsync(data, "GLM"));
    }

    [Fact]
    public async Task AJobThatAsksForTooMuchMemoryIsToldSo()
    {
        await using var r = await RServer.StartAsync(library, new ServerOptions { Engine = "r", DaemonMemory = 400 });
        var data = await UploadAsync(r);
        var error = await r.FailureAsync(await r.TrainAsync(data, "Hungry", Hyperparameters("megabytes", 2000)));
        Assert.Equal("out_of_memory", Reason(error));
        await r.CompleteAsync(await r.TrainAsync(data, "GLM"));
    }

    [Fact]
    public async Task TwoDaemonsRunTwoJobsAtATime()
    {
        await using var r = await RServer.StartAsync(library, new ServerOptions { Engine = "r", NDaemons = 2 });
        var data = await UploadAsync(r);
        var first = await StartedAsync(r, data, "Slow");
        var second = await StartedAsync(r, data, "Slow");
        Assert.Equal(2, r.Server.Service<DaemonPool>().Memory.Select(m => m.Pid).Distinct().Count());
        await CancelAsync(r, first);
        await CancelAsync(r, second);
        await r.EventsAsync(second);
    }

    [Fact]
    public async Task NoJobLeavesFilesBesideItsResult()
    {
        await using var r = await RServer.StartAsync(library);
        var data = await UploadAsync(r);
        var job = await r.CompleteAsync(await r.TrainAsync(data, "GLM"));
        await r.FailureAsync(await r.TrainAsync(data, "Failing"));
        await r.FailureAsync(await r.TrainAsync(data, "Quitting"));
        await r.Client.ResultAsync(job, "raw", Cancellation);
        var folder = r.Server.Service<StateFolder>();
        await Eventually.TrueAsync(() => Directory.GetFileSystemEntries(folder.Jobs).Length == 1);
        Assert.Equal([Path.Combine(folder.Jobs, job)], Directory.GetFileSystemEntries(folder.Jobs));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Uploads));
    }

    static async Task<string> UploadAsync(RServer r) => (await r.Client.UploadAsync("t", RTables.Numbers, Cancellation)).DataHandle;

    static int Pid(RServer r) => Assert.Single(r.Server.Service<DaemonPool>().Memory).Pid;

    // Submits a job and waits until R tells of it.
    static async Task<string> StartedAsync(RServer r, string data, string algorithm)
    {
        var job = await r.TrainAsync(data, algorithm);
        await foreach (var happened in r.Client.FollowAsync(job, Cancellation))
            if (happened.Name == EventNames.JobProgress) return job;
        throw new InvalidOperationException($"{algorithm} ended before it told anything.");
    }

    static Task<Response> CancelAsync(RServer r, string job) =>
        r.Client.Connection.CallAsync(Methods.JobCancel, JsonSerializer.SerializeToElement(new { job_id = job }), null, Cancellation);

    static JsonObject Hyperparameters(string name, JsonNode value) => new() { ["hyperparameters"] = new JsonObject { [name] = value } };

    static string? Text(ServerEvent happened, string name) => happened.Data.GetProperty(name).GetString();

    static string? Reason(JsonElement error) => error.GetProperty("details").GetProperty("reason").GetString();
}
