using System.Text.Json.Nodes;
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
        await client.CreateSessionAsync(cancellation: Cancellation);
        var data = (await client.UploadAsync("t", SampleTable.Random(50, 3), Cancellation)).DataHandle;
        // It takes no interrupt, and looks at no connection.
        await StartedAsync(client, data, "Stubborn");
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
        string data, done, running;
        Table predictions;
        await using (var client = await server.ConnectAsync())
        {
            await client.CreateSessionAsync("work", Cancellation);
            data = (await client.UploadAsync("t", SampleTable.Random(50, 3), Cancellation)).DataHandle;
            var inR = new JsonObject { ["engine"] = "r" };
            done = (await client.SubmitAsync(Methods.Train, data, "GLM", inR, Cancellation)).JobId;
            await client.EndsWithAsync(done, EventNames.JobComplete);
            predictions = (await client.ResultTableAsync(done, "predictions", Cancellation))!;
            running = await StartedAsync(client, data, "Slow", new JsonObject { ["engine"] = "r", ["hyperparameters"] = new JsonObject { ["seconds"] = 2 } });
            await StateDirectory.KillAsync(server);
        }
        server = await state.StartAsync("--engine", "auto", "--r-lib", library.Path);
        await using var again = await server.ConnectAsync();
        await again.JoinSessionAsync("work", cancellation: Cancellation);
        await again.EndsWithAsync(running, EventNames.JobComplete);
        Assert.Equal(Numbers(predictions), Numbers((await again.ResultTableAsync(done, "predictions", Cancellation))!));
        Assert.Equal("Regression", (await again.ResultAsync(done, "raw", Cancellation)).GetProperty(".class").GetString());
        // The model is R's, and so is the job that applies it.
        var predict = (await again.PredictAsync(done, data, Cancellation)).JobId;
        await again.EndsWithAsync(predict, EventNames.JobComplete);
        Assert.Equal(Numbers(predictions), Numbers((await again.ResultTableAsync(predict, "predictions", Cancellation))!));
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
    static async Task<string> StartedAsync(RtemisClient client, string data, string algorithm, JsonObject? parameters = null)
    {
        var job = (await client.SubmitAsync(Methods.Train, data, algorithm, parameters, Cancellation)).JobId;
        await foreach (var happened in client.FollowAsync(job, Cancellation))
            if (happened.Name == EventNames.JobProgress) return job;
        throw new InvalidOperationException($"{algorithm} ended before it told anything.");
    }

    static double[] Numbers(Table predictions) => ((DoubleColumn)predictions.Find("predicted")!).Values.ToArray();

    // They run the script in the server's folder.
    static List<int> RProcesses(StateDirectory state)
    {
        var script = Path.Combine(state.Path, "daemon.R");
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
