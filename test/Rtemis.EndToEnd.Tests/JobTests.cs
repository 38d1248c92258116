using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.EndToEnd.Tests;

/// <summary>Jobs in real daemons: queued, cancelled, killed, refused.</summary>
public sealed class JobTests
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    // A tree that is grown to single cases takes seconds on this table.
    static readonly JsonObject Endless = new() { ["hyperparameters"] = new JsonObject { ["cp"] = 0.0, ["maxdepth"] = 30, ["maxsurrogate"] = 5 } };

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static async Task<(RtemisClient Client, string Large, string Small)> PrepareAsync(ServerProcess server)
    {
        var client = await server.ConnectAsync();
        await client.CreateSessionAsync(cancellation: Cancellation);
        var large = await client.UploadAsync("large", SampleTable.Random(150_000, 30), Cancellation);
        var small = await client.UploadAsync("small", SampleTable.Arrow("iris"), Cancellation);
        return (client, large.DataHandle, small.DataHandle);
    }

    static Task<JobSummary> StatusAsync(RtemisClient client, string job) =>
        client.Connection.CallAsync(Methods.JobStatus, new JobIdParams(job), Json.JobIdParams, Json.JobSummary, null, Cancellation);

    static Task<Response> CancelAsync(RtemisClient client, string job) =>
        client.Connection.CallAsync(Methods.JobCancel, new JobIdParams(job), Json.JobIdParams, cancellation: Cancellation);

    [Fact]
    public async Task JobsRunInTurnAndEachIsTold()
    {
        await using var server = await ServerProcess.StartAsync();
        var (client, large, small) = await PrepareAsync(server);
        await using var c = client;
        var first = await client.SubmitAsync(Methods.Train, large, "CART", Endless, Cancellation);
        var second = await client.SubmitAsync(Methods.Train, small, "CART", null, Cancellation);
        var third = await client.SubmitAsync(Methods.Train, small, "CART", null, Cancellation);
        Assert.Equal(("running", null), (first.Status, first.QueuePosition));
        Assert.Equal(("queued", 1), (second.Status, second.QueuePosition));
        Assert.Equal(("queued", 2), (third.Status, third.QueuePosition));

        await CancelAsync(client, second.JobId);
        Assert.Equal(1, (await StatusAsync(client, third.JobId)).QueuePosition);
        await CancelAsync(client, first.JobId);
        var events = await client.EventsOfAsync(third.JobId);
        Assert.Equal(EventNames.JobStarted, events[0].Name);
        Assert.True(events[^1].Name == EventNames.JobComplete, events[^1].Data.GetRawText());
        Assert.Equal("cancelled", (await StatusAsync(client, first.JobId)).Status);
        Assert.Equal("Job cancelled before start.", (await StatusAsync(client, second.JobId)).Error!.Message);
        var numbers = events.Select(e => e.Seq!.Value).ToList();
        Assert.Equal(numbers.Order(), numbers);
    }

    [Fact]
    public async Task ARunningJobIsCancelledWithoutLosingItsDaemon()
    {
        await using var server = await ServerProcess.StartAsync();
        var (client, large, small) = await PrepareAsync(server);
        await using var c = client;
        var daemon = Assert.Single(server.Daemons);
        var job = await client.SubmitAsync(Methods.Train, large, "CART", Endless, Cancellation);
        await UntilTrainingAsync(client, job.JobId);
        var refusal = await Assert.ThrowsAsync<ServerErrorException>(
            () => client.Connection.CallAsync(Methods.JobDelete, new JobIdParams(job.JobId), Json.JobIdParams, cancellation: Cancellation));
        Assert.Equal("Cannot delete a running job - cancel and wait first.", refusal.Error.Message);
        await CancelAsync(client, job.JobId);
        await client.EndsWithAsync(job.JobId, EventNames.JobCancelled);
        Assert.Equal(daemon, Assert.Single(server.Daemons));
        var next = await client.SubmitAsync(Methods.Train, small, "CART", null, Cancellation);
        await client.EndsWithAsync(next.JobId, EventNames.JobComplete);
    }

    [Fact]
    public async Task AKilledDaemonFailsItsJobAtOnceAndTheNextJobRuns()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Daemons are found under /proc.");
        await using var server = await ServerProcess.StartAsync();
        var (client, large, small) = await PrepareAsync(server);
        await using var c = client;
        var job = await client.SubmitAsync(Methods.Train, large, "CART", Endless, Cancellation);
        var next = await client.SubmitAsync(Methods.Train, small, "CART", null, Cancellation);
        await UntilTrainingAsync(client, job.JobId);
        var killed = System.Diagnostics.Stopwatch.StartNew();
        ServerProcess.Signal("-KILL", Assert.Single(server.Daemons));
        var failed = (await client.EventsOfAsync(job.JobId))[^1];
        Assert.True(killed.Elapsed < TimeSpan.FromSeconds(1), $"The failure took {killed.Elapsed} to be told.");
        Assert.Equal(EventNames.JobFailed, failed.Name);
        var details = failed.Data.GetProperty("error").GetProperty("details");
        Assert.Equal(("daemon_died", 9), (details.GetProperty("reason").GetString(), details.GetProperty("signal").GetInt32()));
        await client.EndsWithAsync(next.JobId, EventNames.JobComplete);
    }

    [Fact]
    public async Task AStoppedDaemonThatDoesNotHearTheCancelIsKilledAndReplaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The daemon is held back with signals.");
        await using var server = await ServerProcess.StartAsync();
        var (client, large, small) = await PrepareAsync(server);
        await using var c = client;
        var job = await client.SubmitAsync(Methods.Train, large, "CART", Endless, Cancellation);
        await UntilTrainingAsync(client, job.JobId);
        ServerProcess.Signal("-STOP", Assert.Single(server.Daemons));
        await CancelAsync(client, job.JobId);
        Assert.Equal("cancelling", (await StatusAsync(client, job.JobId)).Status);
        await client.EndsWithAsync(job.JobId, EventNames.JobCancelled);
        var next = await client.SubmitAsync(Methods.Train, small, "CART", null, Cancellation);
        await client.EndsWithAsync(next.JobId, EventNames.JobComplete);
    }

    [Fact]
    public async Task AJobThatTheDataDoNotAllowSaysWhyAndKeepsTheDaemon()
    {
        await using var server = await ServerProcess.StartAsync();
        var (client, _, small) = await PrepareAsync(server);
        await using var c = client;
        var daemon = Assert.Single(server.Daemons);
        var job = await client.SubmitAsync(Methods.Train, small, "CART", new JsonObject { ["positive_class"] = "setosa" }, Cancellation);
        var failed = (await client.EventsOfAsync(job.JobId))[^1];
        var error = failed.Data.GetProperty("error");
        Assert.Equal("You defined `positive_class`, but the outcome does not have 2 levels.", error.GetProperty("message").GetString());
        Assert.Equal("engine_error", error.GetProperty("details").GetProperty("reason").GetString());
        Assert.Equal(daemon, Assert.Single(server.Daemons));
        var result = await Assert.ThrowsAsync<ServerErrorException>(() => client.ResultAsync(job.JobId, cancellation: Cancellation));
        Assert.Equal("Job status is `failed`; no result available.", result.Error.Message);
    }

    [Fact]
    public async Task EverySliceOfATrainedTreeIsThere()
    {
        await using var server = await ServerProcess.StartAsync();
        var (client, _, small) = await PrepareAsync(server);
        await using var c = client;
        var job = await client.SubmitAsync(Methods.Train, small, "CART", null, Cancellation);
        await client.EventsOfAsync(job.JobId);
        Assert.Equal("Classification", (await client.ResultAsync(job.JobId, "summary", Cancellation)).GetProperty(".class").GetString());
        Assert.Equal(JsonValueKind.Object, (await client.ResultAsync(job.JobId, "metrics", Cancellation)).GetProperty("training").ValueKind);
        Assert.StartsWith("https://schema.rtemis.org/", (await client.ResultAsync(job.JobId, "record", Cancellation)).GetProperty("$schema").GetString(), StringComparison.Ordinal);
        Assert.Equal(["split", "actual", "predicted", "prob_setosa", "prob_versicolor", "prob_virginica"], await ColumnsAsync("predictions"));
        Assert.Equal(["variable", "importance"], await ColumnsAsync("varimp"));
        Assert.Equal(["split", "class", "fold", "fpr", "tpr", "auc"], await ColumnsAsync("roc"));
        Assert.Equal(["label", "start", "end", "kind", "status", "failed", "tip"], await ColumnsAsync("session"));
        var raw = await client.ResultAsync(job.JobId, "raw", Cancellation);
        Assert.Equal(JsonValueKind.Object, raw.ValueKind);

        async Task<IEnumerable<string>> ColumnsAsync(string slice) => (await client.ResultTableAsync(job.JobId, slice, Cancellation))!.Columns.Select(column => column.Name);
    }

    [Fact]
    public async Task AJobCanBeRepeatedFromTheSeedThatItsResultTells()
    {
        await using var server = await ServerProcess.StartAsync();
        var (client, _, small) = await PrepareAsync(server);
        await using var c = client;
        var unseeded = new JsonObject { ["outer_resampling_config"] = new JsonObject { ["type"] = "KFold", ["n_resamples"] = 3 } };
        var first = await ResamplesAsync(unseeded);
        var again = unseeded.DeepClone().AsObject();
        again["execution_config"] = new JsonObject { ["seed"] = first.Seed };
        Assert.Equal(first.Folds, (await ResamplesAsync(again)).Folds);
        Assert.NotEqual(first.Folds, (await ResamplesAsync(unseeded)).Folds);

        async Task<(int Seed, string Folds)> ResamplesAsync(JsonObject parameters)
        {
            var job = await client.SubmitAsync(Methods.Train, small, "CART", parameters, Cancellation);
            await client.EndsWithAsync(job.JobId, EventNames.JobComplete);
            var summary = await client.ResultAsync(job.JobId, "summary", Cancellation);
            return (summary.GetProperty("execution_config").GetProperty("seed").GetInt32(), summary.GetProperty("outer_resampler").GetProperty("resamples").GetRawText());
        }
    }

    static async Task UntilTrainingAsync(RtemisClient client, string job)
    {
        await foreach (var happened in client.Connection.Events.WithCancellation(Cancellation))
            if (happened.Name == EventNames.JobProgress && happened.Data.GetProperty("job_id").GetString() == job
                && happened.Data.TryGetProperty("kind", out var kind) && kind.GetString() == "train_alg") return;
    }
}
