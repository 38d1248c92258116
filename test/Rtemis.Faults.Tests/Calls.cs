using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Faults.Tests;

/// <summary>What the tests ask a server for.</summary>
static class Calls
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    // A tree that is grown to single cases takes seconds on a large table.
    static readonly JsonObject WholeTree = new() { ["hyperparameters"] = new JsonObject { ["cp"] = 0.0, ["maxdepth"] = 30, ["maxsurrogate"] = 5 } };

    public static async Task<IReadOnlyList<JobSummary>> JobsAsync(this WireClient client) =>
        [.. (await client.Connection.CallAsync(Methods.JobList)).Result.Deserialize(Json.JobListResult)!.Jobs];

    public static async Task<IReadOnlyList<DataEntry>> TablesAsync(this WireClient client) =>
        [.. (await client.Connection.CallAsync(Methods.DataList)).Result.Deserialize(Json.DataListResult)!.Handles];

    public static async Task<InfoResult> InfoAsync(this WireClient client) =>
        (await client.Connection.CallAsync(Methods.Info)).Result.Deserialize(Json.InfoResult)!;

    public static Task PingAsync(this WireClient client) => client.Connection.CallAsync(Methods.Ping);

    public static Task DeleteTableAsync(this WireClient client, string handle) =>
        client.Connection.CallAsync(Methods.DataDelete, new DataHandleParams(handle), Json.DataHandleParams);

    public static Task DeleteJobAsync(this WireClient client, string job) =>
        client.Connection.CallAsync(Methods.JobDelete, new JobIdParams(job), Json.JobIdParams);

    public static async Task<bool> CancelAsync(this WireClient client, string job) =>
        (await client.Connection.CallAsync(Methods.JobCancel, new JobIdParams(job), Json.JobIdParams)).Result.Deserialize(Json.CancelledResult)!.Cancelled;

    /// <summary>A job that takes some milliseconds, some hundred or some seconds.</summary>
    public static async Task<string> SubmitSomeAsync(this WireClient client, Random random, string small, string large) => (random.Next(5) switch
    {
        0 => await client.SubmitAsync(Methods.Cluster, small, "KMeans", new() { ["features"] = new JsonArray("Sepal.Length", "Sepal.Width") }),
        1 => await client.SubmitAsync(Methods.Decomp, small, "PCA", new() { ["features"] = new JsonArray("Sepal.Length", "Sepal.Width", "Petal.Length") }),
        2 => await client.SubmitAsync(Methods.Train, small, "LightGBM", new() { ["outer_resampling_config"] = new JsonObject { ["type"] = "KFold", ["n_resamples"] = 3 } }),
        3 => await client.SubmitAsync(Methods.Train, large, "CART", WholeTree),
        _ => await client.SubmitAsync(Methods.Train, small, "CART"),
    }).JobId;

    public static async Task<(string Small, string Large)> UploadBothAsync(this WireClient client) => (
        (await client.UploadAsync("small", SampleTable.Arrow("iris"))).DataHandle,
        (await client.UploadAsync("large", SampleTable.Random(20_000, 10))).DataHandle);

    /// <summary>Waits for the end of a job; the event that tells it.</summary>
    public static async Task<ServerEvent> EndOfAsync(this WireClient client, string job)
    {
        await foreach (var happened in client.FollowAsync(job, TestContext.Current.CancellationToken))
            if (happened.IsFinal()) return happened;
        throw new InvalidOperationException("The connection ended.");
    }

    public static bool IsFinal(this JobSummary job) => job.Status is "complete" or "failed" or "cancelled";

    public static bool IsFinal(this ServerEvent happened) => happened.Name is EventNames.JobComplete or EventNames.JobFailed or EventNames.JobCancelled;

    public static string? JobId(this ServerEvent happened) => happened.Data.TryGetProperty("job_id", out var id) ? id.GetString() : null;

    /// <summary>Waits for what becomes true by itself and tells nobody when.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, TimeSpan patience, string otherwise)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(patience);
        while (!await condition())
        {
            Assert.False(end.IsCancellationRequested, otherwise);
            await Task.Delay(20, CancellationToken.None);
        }
    }
}
