using Rtemis.Client;
using Rtemis.Data;

namespace Rtemis.EndToEnd.Tests.Clients;

// A reader of the README has a token of their own, or none.
#pragma warning disable xUnit1051

/// <summary>What the client's README shows compiles and works, against the running program.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task EverythingThatTheReadmeShowsWorks()
    {
        await using var program = await ServerProcess.StartAsync();
        var (server, token) = (new Uri($"http://127.0.0.1:{program.Port}/"), ServerProcess.Token);
        var path = SampleTable.PathOf("iris.csv");

        // <readme>
        await using var client = await RtemisClient.ConnectAsync(server, token);
        await using var session = await client.CreateSessionAsync("flowers");
        // </readme>

        // <readme>
        await using var file = File.OpenRead(path);
        var flowers = await session.UploadCsvAsync("iris", file, progress: new Progress<long>(bytes => Console.WriteLine($"{bytes:N0} bytes are there")));
        var description = await flowers.DescribeAsync();
        Console.WriteLine(string.Join(", ", description.Columns.Select(c => $"{c.Name} ({c.Type})")));
        // </readme>
        Assert.Equal((150, 5, "Species"), (flowers.Rows, flowers.Cols, description.Columns[^1].Name));

        // <readme>
        var job = await session.SubmitAsync(flowers, new TrainRequest("CART")
        {
            Hyperparameters = new() { ["maxdepth"] = Parameters.Candidates(2, 4, 8) },
            Search = new() { Resampling = Resampling.KFold(5, seed: 1) },
            Execution = new() { Seed = 1 },
            Question = "Which species is it?",
        });
        await foreach (var told in job.ProgressAsync())
        {
            Console.WriteLine(told switch
            {
                JobProgress.Step step => $"{step.Status} {step.Kind} {step.Label}",
                JobProgress.Counter counter => $"{counter.Kind}: {counter.Current} of {counter.Total}",
                JobProgress.Ended ended => $"ended: {ended.Outcome.Status}",
                _ => told.Message,
            });
        }
        await job.WaitAsync();
        // </readme>

        // <readme>
        var predictions = await job.Results.PredictionsAsync();
        var actual = (FactorColumn)predictions.Find("actual")!;
        var predicted = (FactorColumn)predictions.Find("predicted")!;
        var right = Enumerable.Range(0, predictions.Rows).Count(i => actual.Codes.Span[i] == predicted.Codes.Span[i]);
        var metrics = await job.Results.MetricsAsync();
        Console.WriteLine($"{right} of {predictions.Rows}: {metrics.GetProperty("training").GetProperty("metrics")}");
        // </readme>
        Assert.InRange(right, 140, 150);

        // <readme>
        var unknown = new Table(
            [
                new DoubleColumn("Sepal.Length", new[] { 5.0, 6.5 }), new DoubleColumn("Sepal.Width", new[] { 3.4, 3.0 }),
                new DoubleColumn("Petal.Length", new[] { 1.5, 5.5 }), new DoubleColumn("Petal.Width", new[] { 0.2, 1.8 }),
            ],
            rows: 2);
        var prediction = await job.PredictAsync(await session.UploadAsync("unknown", unknown));
        await prediction.WaitAsync();
        var answer = (FactorColumn)(await prediction.Results.PredictionsAsync()).Find("predicted")!;
        var species = answer.Codes.ToArray().Select(code => answer.Levels[code]);
        // </readme>
        Assert.Equal(["setosa", "virginica"], species);

        // <readme>
        session.StateChanged += (_, change) =>
            Console.WriteLine(change.ServerRestarted ? "The server was restarted." : $"{change.State}. {change.Reason?.Message}");
        // </readme>

        // <readme>
        await using var later = await client.JoinSessionAsync("flowers", since: 0);
        foreach (var known in await later.JobsAsync()) Console.WriteLine($"{known.JobId} {known.Type} {known.Algorithm}: {known.Status}");
        var retold = later.Job(job.Id).ProgressAsync();
        // </readme>
        Assert.Equal(JobEnd.Complete, Assert.IsType<JobProgress.Ended>((await retold.ToListAsync(TestContext.Current.CancellationToken))[^1]).Outcome.Status);

        // <readme>
        var endless = await session.SubmitAsync(flowers, new TrainRequest("LightGBM") { Hyperparameters = new() { ["force_nrounds"] = 1_000_000 } });
        await endless.CancelAsync();
        try
        {
            await endless.WaitAsync();
        }
        catch (JobCancelledException cancelled)
        {
            Console.WriteLine(cancelled.Message);
        }
        // </readme>
        Assert.Equal("cancelled", (await endless.StatusAsync(TestContext.Current.CancellationToken)).Status);
    }

    [Fact]
    public void TheReadmeShowsWhatIsTested()
    {
        var tested = Blocks("test/Rtemis.EndToEnd.Tests/Clients/ReadmeTests.cs", "        // <readme>", "        // </readme>").Select(l => l.Length > 8 ? l[8..] : l);
        Assert.Equal(tested, Blocks("src/Rtemis.Client/README.md", "```csharp", "```"));
    }

    static IEnumerable<string> Blocks(string path, string begin, string end)
    {
        var inside = false;
        foreach (var line in Lines(path))
        {
            if (inside && line != end) yield return line;
            inside = line == begin || (inside && line != end);
        }
    }

    static string[] Lines(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, path))) return File.ReadAllLines(Path.Combine(folder.FullName, path));
        throw new FileNotFoundException(path);
    }
}
