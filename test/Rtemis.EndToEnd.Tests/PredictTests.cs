using Rtemis.Client;
using Rtemis.Data;

namespace Rtemis.EndToEnd.Tests;

/// <summary>A finished model is applied to other tables by the running program.</summary>
public sealed class PredictTests
{
    static readonly TrainRequest Cart = new("CART");

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AModelPredictsTheTableThatItLearnedFromAsItDidThen()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ReadyAsync(server);
        var data = await UploadAsync(session);
        var trained = await CompleteAsync(await session.SubmitAsync(data, Cart, Cancellation));
        var predict = await CompleteAsync(await trained.PredictAsync(data, "Which species?", Cancellation));

        var (then, now) = (await trained.Results.PredictionsAsync(Cancellation), await predict.Results.PredictionsAsync(Cancellation));
        Assert.Equal(["actual", "predicted", "prob_setosa", "prob_versicolor", "prob_virginica"], now.Columns.Select(c => c.Name));
        foreach (var column in now.Columns) Assert.Equal(Cells(then.Find(column.Name)!), Cells(column));
        var summary = await predict.Results.SummaryAsync(Cancellation);
        Assert.Equal(
            ("Prediction", trained.Id, 150),
            (summary.GetProperty(".class").GetString(), summary.GetProperty("job_id").GetString(), summary.GetProperty("n_predicted").GetInt32()));
        Assert.Equal(
            (await trained.Results.MetricsAsync(Cancellation)).GetProperty("training").GetProperty("metrics").GetRawText(),
            (await predict.Results.MetricsAsync(Cancellation)).GetProperty("test").GetProperty("metrics").GetRawText());
        Assert.Contains(await session.JobsAsync(Cancellation), j => (j.JobId, j.Type, j.Question) == (predict.Id, "predict", "Which species?"));
    }

    [Fact]
    public async Task ATableWithoutTheOutcomeIsPredictedAndOneWithoutAFeatureIsRefusedByName()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ReadyAsync(server);
        var trained = await CompleteAsync(await session.SubmitAsync(await UploadAsync(session), Cart, Cancellation));

        var iris = ArrowStreamReader.Read(SampleTable.Arrow("iris"));
        var features = await session.UploadAsync("features", new Table([.. iris.Columns.SkipLast(1)], iris.Rows), cancellation: Cancellation);
        var predict = await CompleteAsync(await trained.PredictAsync(features, cancellation: Cancellation));
        Assert.DoesNotContain((await predict.Results.PredictionsAsync(Cancellation)).Columns, c => c.Name == "actual");

        var less = await session.UploadAsync("less", new Table([.. iris.Columns.Skip(1)], iris.Rows), cancellation: Cancellation);
        var failing = await trained.PredictAsync(less, cancellation: Cancellation);
        var failed = await Assert.ThrowsAsync<JobFailedException>(() => failing.WaitAsync(Cancellation));
        Assert.Equal("The model was trained on columns that the table does not have: Sepal.Length.", failed.Message);
        Assert.Equal(failed.Message, (await failing.StatusAsync(Cancellation)).Error!.Message);
    }

    [Fact]
    public async Task OnlyAFinishedModelOfAllCasesPredicts()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ReadyAsync(server);
        var data = await UploadAsync(session);
        var resampled = await CompleteAsync(await session.SubmitAsync(data, Cart with { OuterResampling = Resampling.KFold(3) }, Cancellation));
        await RefusedAsync(resampled.Id, $"`{resampled.Id}` has no model to predict with: only a `train` job without outer resampling keeps one.");
        var failed = await session.SubmitAsync(data, new TrainRequest("GLM"), Cancellation);
        Assert.Equal(JobEnd.Failed, (await failed.EndAsync(Cancellation)).Status);
        await RefusedAsync(failed.Id, "Job status is `failed`; there is no model to predict with.");
        await RefusedAsync("job-none", "Unknown job_id 'job-none'.");
        await RefusedAsync("", "`job_id` and `data_handle` are required.");

        async Task RefusedAsync(string job, string message)
        {
            var refused = await Assert.ThrowsAsync<ServerErrorException>(() => session.PredictAsync(job, data, cancellation: Cancellation));
            Assert.Equal(message, refused.Error.Message);
        }
    }

    [Fact]
    public async Task AModelThatIsDeletedServesThePredictionsThatWait()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ReadyAsync(server);
        var data = await UploadAsync(session);
        var trained = await CompleteAsync(await session.SubmitAsync(data, Cart, Cancellation));
        var submitted = await trained.PredictAsync(data, cancellation: Cancellation);
        await trained.DeleteAsync(Cancellation);
        await submitted.WaitAsync(Cancellation);
        var refused = await Assert.ThrowsAsync<ServerErrorException>(() => trained.PredictAsync(data, cancellation: Cancellation));
        Assert.Equal($"Unknown job_id '{trained.Id}'.", refused.Error.Message);
    }

    static async Task<RtemisSession> ReadyAsync(ServerProcess server)
    {
        await using var client = await server.ConnectAsync();
        return await client.CreateSessionAsync(cancellation: Cancellation);
    }

    static Task<RtemisTable> UploadAsync(RtemisSession session) => session.UploadFrameAsync("iris", SampleTable.Arrow("iris"), Cancellation);

    static async Task<RtemisJob> CompleteAsync(RtemisJob job)
    {
        await job.WaitAsync(Cancellation);
        return job;
    }

    static IEnumerable<object> Cells(Column column) => column switch
    {
        FactorColumn factor => factor.Codes.ToArray().Select(c => (object)factor.Levels[c]),
        DoubleColumn doubles => doubles.Values.ToArray().Cast<object>(),
        _ => throw new NotSupportedException(column.GetType().Name),
    };
}
