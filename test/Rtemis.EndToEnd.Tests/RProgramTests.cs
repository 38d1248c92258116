using Rtemis.Client;
using Rtemis.Data;
using Rtemis.EndToEnd.Tests.Durability;
using Rtemis.Protocol;
using Rtemis.Server.Tests.R;

namespace Rtemis.EndToEnd.Tests;

/// <summary>The program with R as its engine, with the stand-ins for rtemis.</summary>
public sealed class RProgramTests(StandInLibrary library) : IClassFixture<StandInLibrary>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NoRProcessOutlivesAServerThatWasKilledThoughItIsBusy()
    {
        Skip();
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found under /proc.");
        await using var state = new StateDirectory();
        var server = await state.StartAsync("--engine", "r", "--r-lib", library.Path);
        await using var client = await server.ConnectAsync();
        await using var session = await client.CreateSessionAsync(cancellation: Cancellation);
        var data = await session.UploadAsync("t", SampleTable.Random(50, 3), cancellation: Cancellation);
        // It takes no interrupt, and looks at no connection.
        await StartedAsync(session, data, new TrainRequest("Stubborn"));
        Assert.Equal(2, RProcesses(state).Count);
        await StateDirectory.KillAsync(server);
        await Eventually.TrueAsync(() => RProcesses(state).Count == 0);
    }

    [Fact]
    public async Task ResultsOfROutliveTheServerAndPredictAgain()
    {
        Skip();
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are needed.");
        await using var state = new StateDirectory();
        var server = await state.StartAsync("--engine", "auto", "--r-lib", library.Path);
        await using var client = await server.ConnectAsync();
        await using var session = await client.CreateSessionAsync("work", Cancellation);
        var data = await session.UploadAsync("t", SampleTable.Random(50, 3), cancellation: Cancellation);
        var done = await session.SubmitAsync(data, new TrainRequest("GLM") { Engine = "r" }, Cancellation);
        await done.WaitAsync(Cancellation);
        var predictions = await done.Results.PredictionsAsync(Cancellation);
        var running = await StartedAsync(session, data, new TrainRequest("Slow") { Engine = "r", Hyperparameters = new() { ["seconds"] = 2 } });
        await StateDirectory.KillAsync(server);

        // The client finds the new server by itself.
        await state.StartAsync("--engine", "auto", "--r-lib", library.Path, "--port", $"{server.Port}");
        await running.WaitAsync(Cancellation);
        Assert.Equal(Numbers(predictions), Numbers(await done.Results.PredictionsAsync(Cancellation)));
        Assert.Equal("Regression", (await done.Results.DocumentAsync(ResultSlices.Raw, Cancellation)).GetProperty(".class").GetString());
        // The model is R's, and so is the job that applies it.
        var predict = await done.PredictAsync(data, cancellation: Cancellation);
        await predict.WaitAsync(Cancellation);
        Assert.Equal(Numbers(predictions), Numbers(await predict.Results.PredictionsAsync(Cancellation)));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(state.Jobs), entry => entry.EndsWith(".work", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheDoctorNamesWhatIsThere()
    {
        Skip();
        var (exitCode, output) = await ServerProcess.RunToEndAsync("doctor", "--r-lib", library.Path);
        Assert.True(exitCode == 0, output);
        Assert.Matches(@"(?m)^native +ready, follows rtemis \d+\.\d+\.\d+$", output);
        Assert.Matches(@"(?m)^r +ready: rtemis-server --engine r, or --engine auto and jobs that ask for it$", output);
        Assert.Matches(@"(?m)^  Rscript +/.*Rscript$", output);
        Assert.Matches(@"(?m)^  R +R version \d", output);
        Assert.Matches(@"(?m)^  rtemis +1\.3\.7$", output);
        Assert.Matches($@"(?m)^  library +{library.Path}$", output);
        Assert.DoesNotContain("to do", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDoctorSaysWhatToTypeForWhatIsMissing()
    {
        var (exitCode, output) = await ServerProcess.RunToEndAsync("doctor", "--rscript", "/nowhere/Rscript");
        Assert.Equal(1, exitCode);
        Assert.Matches(@"(?m)^r +no R was found$", output);
        Assert.Matches(@"(?m)^  to do +install R ", output);
    }

    [Fact]
    public async Task AServerThatIsToRunRAndCannotEndsWithItsReason()
    {
        var (exitCode, output) = await ServerProcess.RunToEndAsync("--engine", "r", "--rscript", "/nowhere/Rscript", "--port", $"{ServerProcess.FreePort()}", "--ephemeral");
        Assert.Equal(5, exitCode);
        Assert.Contains("No R was found.", output, StringComparison.Ordinal);
    }

    void Skip()
    {
        if (library.Missing is { } reason) Assert.Skip(reason);
    }

    // Submits a job and waits until R tells of it.
    static async Task<RtemisJob> StartedAsync(RtemisSession session, RtemisTable data, TrainRequest request)
    {
        var job = await session.SubmitAsync(data, request, Cancellation);
        await foreach (var told in job.ProgressAsync(Cancellation))
            if (told is JobProgress.Text or JobProgress.Step or JobProgress.Counter) return job;
        throw new InvalidOperationException($"{request.Algorithm} ended before it told anything.");
    }

    static double[] Numbers(Table predictions) => ((DoubleColumn)predictions.Find("predicted")!).Values.ToArray();

    // They run the script in the server's folder.
    static List<int> RProcesses(StateDirectory state)
    {
        var script = Path.Combine(state.Path, "r", "daemon.R");
        return [.. Directory.GetDirectories("/proc").Select(p => Path.GetFileName(p)).Where(p => p.All(char.IsAsciiDigit)).Select(int.Parse).Where(Runs)];

        bool Runs(int pid)
        {
            try
            {
                return File.ReadAllText($"/proc/{pid}/cmdline").Split('\0').Any(a => a == "--file=" + script);
            }
            catch (IOException)
            {
                // It has ended.
                return false;
            }
        }
    }
}
