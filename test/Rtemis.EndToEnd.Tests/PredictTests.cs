using System.Text.Json.Nodes;
using Rtemis.Client;
using Rtemis.Data;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.EndToEnd.Tests;

/// <summary>A finished model is applied to other tables by the running program.</summary>
public sealed class PredictTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AModelPredictsTheTableThatItLearnedFromAsItDidThen()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var client = await ReadyAsync(server);
        var data = await UploadAsync(client);
        var trained = await EndedAsync(client, await client.SubmitAsync(Methods.Train, data, "CART", null, Cancellation), EventNames.JobComplete);
        var predict = await EndedAsync(client, await client.PredictAsync(trained, data, Cancellation), EventNames.JobComplete);

        var (then, now) = (await TableAsync(client, trained), await TableAsync(client, predict));
        Assert.Equal(["actual", "predicted", "prob_setosa", "prob_versicolor", "prob_virginica"], now.Columns.Select(c => c.Name));
        foreach (var column in now.Columns) Assert.Equal(Cells(then.Find(column.Name)!), Cells(column));
        var summary = await client.ResultAsync(predict, "summary", Cancellation);
        Assert.Equal(("Prediction", trained, 150), (summary.GetProperty(".class").GetString(), summary.GetProperty("job_id").GetString(), summary.GetProperty("n_predicted").GetInt32()));
        Assert.Equal(
            (await client.ResultAsync(trained, "metrics", Cancellation)).GetProperty("training").GetProperty("metrics").GetRawText(),
            (await client.ResultAsync(predict, "metrics", Cancellation)).GetProperty("test").GetProperty("metrics").GetRawText());
        var listed = (await client.Connection.CallAsync(Methods.JobList, cancellation: Cancellation)).Result.GetProperty("jobs").EnumerateArray();
        Assert.Contains(listed, j => j.GetProperty("job_id").GetString() == predict && j.GetProperty("type").GetString() == "predict");
    }

    [Fact]
    public async Task ATableWithoutTheOutcomeIsPredictedAndOneWithoutAFeatureIsRefusedByName()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var client = await ReadyAsync(server);
        var data = await UploadAsync(client);
        var trained = await EndedAsync(client, await client.SubmitAsync(Methods.Train, data, "CART", null, Cancellation), EventNames.JobComplete);

        var iris = ArrowStreamReader.Read(SampleTable.Arrow("iris"));
        var features = await UploadAsync(client, new Table([.. iris.Columns.SkipLast(1)], iris.Rows));
        var predict = await EndedAsync(client, await client.PredictAsync(trained, features, Cancellation), EventNames.JobComplete);
        Assert.DoesNotContain((await TableAsync(client, predict)).Columns, c => c.Name == "actual");

        var less = await UploadAsync(client, new Table([.. iris.Columns.Skip(1)], iris.Rows));
        var failed = await client.PredictAsync(trained, less, Cancellation);
        await EndedAsync(client, failed, EventNames.JobFailed);
        var status = await client.Connection.CallAsync(
            Methods.JobStatus, new JobIdParams(failed.JobId), ProtocolJson.Default.JobIdParams, ProtocolJson.Default.JobSummary, null, Cancellation);
        Assert.Equal("The model was trained on columns that the table does not have: Sepal.Length.", status.Error!.Message);
    }

    [Fact]
    public async Task OnlyAFinishedModelOfAllCasesPredicts()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var client = await ReadyAsync(server);
        var data = await UploadAsync(client);
        var folds = new JsonObject { ["outer_resampling_config"] = new JsonObject { ["type"] = "KFold", ["n_resamples"] = 3 } };
        var resampled = await EndedAsync(client, await client.SubmitAsync(Methods.Train, data, "CART", folds, Cancellation), EventNames.JobComplete);
        await RefusedAsync(resampled, data, $"`{resampled}` has no model to predict with: only a `train` job without outer resampling keeps one.");
        var failed = await EndedAsync(
            client, await client.SubmitAsync(Methods.Train, data, "GLM", null, Cancellation), EventNames.JobFailed);
        await RefusedAsync(failed, data, "Job status is `failed`; there is no model to predict with.");
        await RefusedAsync("job-none", data, "Unknown job_id 'job-none'.");
        await RefusedAsync("", data, "`job_id` and `data_handle` are required.");

        async Task RefusedAsync(string job, string handle, string message)
        {
            var refused = await Assert.ThrowsAsync<ServerErrorException>(() => client.PredictAsync(job, handle, Cancellation));
            Assert.Equal(message, refused.Error.Message);
        }
    }

    [Fact]
    public async Task AModelThatIsDeletedServesThePredictionsThatWait()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var client = await ReadyAsync(server);
        var data = await UploadAsync(client);
        var trained = await EndedAsync(client, await client.SubmitAsync(Methods.Train, data, "CART", null, Cancellation), EventNames.JobComplete);
        var submitted = await client.PredictAsync(trained, data, Cancellation);
        await client.Connection.CallAsync(Methods.JobDelete, new JobIdParams(trained), ProtocolJson.Default.JobIdParams, cancellation: Cancellation);
        await EndedAsync(client, submitted, EventNames.JobComplete);
        var refused = await Assert.ThrowsAsync<ServerErrorException>(() => client.PredictAsync(trained, data, Cancellation));
        Assert.Equal($"Unknown job_id '{trained}'.", refused.Error.Message);
    }

    static async Task<RtemisClient> ReadyAsync(ServerProcess server)
    {
        var client = await server.ConnectAsync();
        await client.CreateSessionAsync(cancellation: Cancellation);
        return client;
    }

    static async Task<string> UploadAsync(RtemisClient client, Table? table = null) =>
        (await client.UploadAsync("iris", table is null ? SampleTable.Arrow("iris") : SampleTable.Arrow(table), Cancellation)).DataHandle;

    static async Task<string> EndedAsync(RtemisClient client, SubmittedResult submitted, string ending)
    {
        ServerEvent? last = null;
        await foreach (var happened in client.FollowAsync(submitted.JobId, Cancellation)) last = happened;
        Assert.True(last!.Name == ending, last.Data.GetRawText());
        return submitted.JobId;
    }

    static async Task<Table> TableAsync(RtemisClient client, string job) => (await client.ResultTableAsync(job, "predictions", Cancellation))!;

    static IEnumerable<object> Cells(Column column) => column switch
    {
        FactorColumn factor => factor.Codes.ToArray().Select(c => (object)factor.Levels[c]),
        DoubleColumn doubles => doubles.Values.ToArray().Cast<object>(),
        _ => throw new NotSupportedException(column.GetType().Name),
    };
}
