using System.Text.Json;
using Rtemis.Client;
using Rtemis.Protocol;

namespace Rtemis.EndToEnd.Tests;

/// <summary>Jobs in real daemons: queued, cancelled, killed, refused.</summary>
public sealed class JobTests
{
    // A tree that is grown to single cases takes seconds on this table.
    static readonly TrainRequest Endless = new("CART") { Hyperparameters = new() { ["cp"] = 0.0, ["maxdepth"] = 30, ["maxsurrogate"] = 5 } };

    static readonly TrainRequest Short = new("CART");

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static async Task<(RtemisSession Session, RtemisTable Large, RtemisTable Small)> PrepareAsync(ServerProcess server)
    {
        await using var client = await server.ConnectAsync();
        var session = await client.CreateSessionAsync(cancellation: Cancellation);
        var large = await session.UploadAsync("large", SampleTable.Random(150_000, 30), cancellation: Cancellation);
        return (session, large, await session.UploadFrameAsync("small", SampleTable.Arrow("iris"), Cancellation));
    }

    [Fact]
    public async Task JobsRunInTurnAndEachIsTold()
    {
        await using var server = await ServerProcess.StartAsync();
        var (session, large, small) = await PrepareAsync(server);
        await using var s = session;
        var first = await session.SubmitAsync(large, Endless, Cancellation);
        var second = await session.SubmitAsync(small, Short, Cancellation);
        var third = await session.SubmitAsync(small, Short, Cancellation);
        Assert.Equal(("running", null), await PlaceAsync(first));
        Assert.Equal(("queued", 1), await PlaceAsync(second));
        Assert.Equal(("queued", 2), await PlaceAsync(third));

        Assert.True(await second.CancelAsync(Cancellation));
        Assert.Equal(("queued", 1), await PlaceAsync(third));
        Assert.True(await first.CancelAsync(Cancellation));
        var told = await third.ProgressAsync(Cancellation).ToListAsync(Cancellation);
        Assert.IsType<JobProgress.Started>(told[0]);
        Assert.Equal(JobEnd.Complete, Assert.IsType<JobProgress.Ended>(told[^1]).Outcome.Status);
        Assert.Equal(told.Select(t => t.Seq!.Value).Order(), told.Select(t => t.Seq!.Value));
        Assert.Equal(JobEnd.Cancelled, (await first.EndAsync(Cancellation)).Status);
        Assert.False(await first.CancelAsync(Cancellation));
        Assert.Equal("Job cancelled before start.", (await second.StatusAsync(Cancellation)).Error!.Message);

        static async Task<(string, int?)> PlaceAsync(RtemisJob job)
        {
            var status = await job.StatusAsync(Cancellation);
            return (status.Status, status.QueuePosition);
        }
    }

    [Fact]
    public async Task ARunningJobIsCancelledWithoutLosingItsDaemon()
    {
        await using var server = await ServerProcess.StartAsync();
        var (session, large, small) = await PrepareAsync(server);
        await using var s = session;
        var daemon = Assert.Single(server.Daemons);
        var job = await session.SubmitAsync(large, Endless, Cancellation);
        await UntilTrainingAsync(job);
        var refusal = await Assert.ThrowsAsync<ServerErrorException>(() => job.DeleteAsync(Cancellation));
        Assert.Equal("Cannot delete a running job - cancel and wait first.", refusal.Error.Message);
        await job.CancelAsync(Cancellation);
        Assert.Equal(job.Id, (await Assert.ThrowsAsync<JobCancelledException>(() => job.WaitAsync(Cancellation))).JobId);
        Assert.Equal(daemon, Assert.Single(server.Daemons));
        await (await session.SubmitAsync(small, Short, Cancellation)).WaitAsync(Cancellation);
        await job.DeleteAsync(Cancellation);
        Assert.DoesNotContain(await session.JobsAsync(Cancellation), j => j.JobId == job.Id);
    }

    [Fact]
    public async Task AKilledDaemonFailsItsJobAtOnceAndTheNextJobRuns()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Daemons are found under /proc.");
        await using var server = await ServerProcess.StartAsync();
        var (session, large, small) = await PrepareAsync(server);
        await using var s = session;
        var job = await session.SubmitAsync(large, Endless, Cancellation);
        var next = await session.SubmitAsync(small, Short, Cancellation);
        await UntilTrainingAsync(job);
        var killed = System.Diagnostics.Stopwatch.StartNew();
        ServerProcess.Signal("-KILL", Assert.Single(server.Daemons));
        var failed = await Assert.ThrowsAsync<JobFailedException>(() => job.WaitAsync(Cancellation));
        Assert.True(killed.Elapsed < TimeSpan.FromSeconds(1), $"The failure took {killed.Elapsed} to be told.");
        Assert.Equal(("daemon_died", 9), (failed.Details!.Reason, failed.Details.Signal));
        await next.WaitAsync(Cancellation);
    }

    [Fact]
    public async Task AStoppedDaemonThatDoesNotHearTheCancelIsKilledAndReplaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The daemon is held back with signals.");
        await using var server = await ServerProcess.StartAsync();
        var (session, large, small) = await PrepareAsync(server);
        await using var s = session;
        var job = await session.SubmitAsync(large, Endless, Cancellation);
        await UntilTrainingAsync(job);
        ServerProcess.Signal("-STOP", Assert.Single(server.Daemons));
        await job.CancelAsync(Cancellation);
        Assert.Equal("cancelling", (await job.StatusAsync(Cancellation)).Status);
        Assert.Equal(JobEnd.Cancelled, (await job.EndAsync(Cancellation)).Status);
        await (await session.SubmitAsync(small, Short, Cancellation)).WaitAsync(Cancellation);
    }

    [Fact]
    public async Task AJobThatTheDataDoNotAllowSaysWhyAndKeepsTheDaemon()
    {
        await using var server = await ServerProcess.StartAsync();
        var (session, _, small) = await PrepareAsync(server);
        await using var s = session;
        var daemon = Assert.Single(server.Daemons);
        var job = await session.SubmitAsync(small, Short with { PositiveClass = "setosa" }, Cancellation);
        var failed = await Assert.ThrowsAsync<JobFailedException>(() => job.WaitAsync(Cancellation));
        Assert.Equal("You defined `positive_class`, but the outcome does not have 2 levels.", failed.Message);
        Assert.Equal("engine_error", failed.Details!.Reason);
        Assert.Equal(daemon, Assert.Single(server.Daemons));
        var result = await Assert.ThrowsAsync<ServerErrorException>(() => job.Results.SummaryAsync(Cancellation));
        Assert.Equal("Job status is `failed`; no result available.", result.Error.Message);
    }

    [Fact]
    public async Task EverySliceOfATrainedTreeIsThere()
    {
        await using var server = await ServerProcess.StartAsync();
        var (session, _, small) = await PrepareAsync(server);
        await using var s = session;
        var job = await session.SubmitAsync(small, Short, Cancellation);
        await job.WaitAsync(Cancellation);
        Assert.Equal("Classification", (await job.Results.SummaryAsync(Cancellation)).GetProperty(".class").GetString());
        Assert.Equal(JsonValueKind.Object, (await job.Results.MetricsAsync(Cancellation)).GetProperty("training").ValueKind);
        Assert.StartsWith("https://schema.rtemis.org/", (await job.Results.RecordAsync(Cancellation)).GetProperty("$schema").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, (await job.Results.DocumentAsync(ResultSlices.Raw, Cancellation)).ValueKind);
        Assert.Equal(["split", "actual", "predicted", "prob_setosa", "prob_versicolor", "prob_virginica"], Names(await job.Results.PredictionsAsync(Cancellation)));
        Assert.Equal(["variable", "importance"], Names(await job.Results.VariableImportanceAsync(Cancellation)));
        Assert.Equal(["split", "class", "fold", "fpr", "tpr", "auc"], Names(await job.Results.RocAsync(Cancellation)));
        Assert.Equal(["label", "start", "end", "kind", "status", "failed", "tip"], Names(await job.Results.TimelineAsync(Cancellation)));

        static IEnumerable<string> Names(Data.Table table) => table.Columns.Select(column => column.Name);
    }

    [Fact]
    public async Task AJobCanBeRepeatedFromTheSeedThatItsResultTells()
    {
        await using var server = await ServerProcess.StartAsync();
        var (session, _, small) = await PrepareAsync(server);
        await using var s = session;
        var unseeded = Short with { OuterResampling = Resampling.KFold(3) };
        var first = await ResamplesAsync(unseeded);
        Assert.Equal(first.Folds, (await ResamplesAsync(unseeded with { Execution = new() { Seed = first.Seed } })).Folds);
        Assert.NotEqual(first.Folds, (await ResamplesAsync(unseeded)).Folds);

        async Task<(int Seed, string Folds)> ResamplesAsync(TrainRequest request)
        {
            var job = await session.SubmitAsync(small, request, Cancellation);
            await job.WaitAsync(Cancellation);
            var summary = await job.Results.SummaryAsync(Cancellation);
            return (summary.GetProperty("execution_config").GetProperty("seed").GetInt32(), summary.GetProperty("outer_resampler").GetProperty("resamples").GetRawText());
        }
    }

    static async Task UntilTrainingAsync(RtemisJob job)
    {
        await foreach (var told in job.ProgressAsync(Cancellation))
            if (told is JobProgress.Step { Kind: "train_alg" }) return;
    }
}
