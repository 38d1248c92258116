using System.Text.Json;

namespace Rtemis.Cli.Tests.Commands;

/// <summary>The same commands with a server.</summary>
public sealed class RemoteTests : IDisposable
{
    static readonly Dictionary<string, string> Token = new() { ["RTEMISLIVE_TOKEN"] = ServerProcess.Token };

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AServerRunsTheJobsAndHandsOutTheirResults()
    {
        await using var server = await ServerProcess.StartAsync();
        var url = $"http://127.0.0.1:{server.Port}/";
        Task<CommandLine.Finished> At(params string[] arguments) => CommandLine.RunAsync(Token, [.. arguments, "--url", url]);

        var here = (await CommandLine.RunAsync("train", CommandLine.Iris, "--algorithm", "CART", "--json", "--quiet")).Well();
        var there = (await At("train", CommandLine.Iris, "--algorithm", "CART", "--session", "mine", "--json", "--out", _folder.Of("result"))).Well();
        using var last = JsonDocument.Parse(there.Lines[^1]);
        using var local = JsonDocument.Parse(here.Lines[^1]);
        Assert.Equal(local.RootElement.GetProperty("metrics").GetRawText(), last.RootElement.GetProperty("metrics").GetRawText());
        Assert.Contains(there.Lines, l => l.StartsWith("""{"event":"step","status":"start",""", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(_folder.Of("result"), "predictions.csv")));

        var job = last.RootElement.GetProperty("job").GetProperty("job_id").GetString()!;
        var varimp = (await At("result", job, "--slice", "varimp")).Well();
        Assert.Equal(5, varimp.Lines.Length);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(_folder.Of("result"), "varimp.csv"), TestContext.Current.CancellationToken), varimp.Output);
        var summary = (await At("result", job)).Well();
        Assert.Equal("CART", JsonDocument.Parse(summary.Output).RootElement.GetProperty("algorithm").GetString());

        var predicted = (await At("predict", job, CommandLine.Iris, "--session", "mine", "--quiet")).Well();
        Assert.StartsWith($"The CART model of {job} was applied to 150 cases.", predicted.Output, StringComparison.Ordinal);
        var sessions = (await At("sessions")).Well();
        Assert.Matches(@"(?m)^mine\tsess-\w+\t.*\t2\t0$", sessions.Output);
        var jobs = (await At("jobs", "--session", "mine", "--json")).Well();
        Assert.Equal(["train", "predict"], JsonDocument.Parse(jobs.Output).RootElement.EnumerateArray().Select(j => j.GetProperty("type").GetString()!));
        var algorithms = (await At("algorithms", "--json")).Well();
        Assert.Equal((await CommandLine.RunAsync("algorithms", "--json")).Output, algorithms.Output);
    }

    [Fact]
    public async Task AJobThatGoesOnIsFollowedToItsEndAndOneThatIsBrokenOffIsCancelled()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Sends SIGINT.");
        await using var server = await ServerProcess.StartAsync();
        var url = $"http://127.0.0.1:{server.Port}/";
        using var run = CommandLine.Start(
            Token, "train", CommandLine.Iris, "--algorithm", "LightRF", "--set", "nrounds=100000", "--resample", "kfold:10", "--url", url);
        while (await run.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("outer_fold", StringComparison.Ordinal)) { }

        using var follower = CommandLine.Start(Token, "jobs", "--follow", "--url", url);
        // The list comes first; then it listens.
        while (await follower.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("LightRF", StringComparison.Ordinal)) { }
        ServerProcess.Signal("-INT", run.Id);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, run.ExitCode);
        var told = await follower.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await follower.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Matches(@"Warning: LightRF \(job-\w+\) was cancelled", told);
        Assert.Equal(0, follower.ExitCode);
    }

    [Fact]
    public async Task AWrongTokenIsRefused()
    {
        await using var server = await ServerProcess.StartAsync();
        var run = await CommandLine.RunAsync("sessions", "--url", $"http://127.0.0.1:{server.Port}/", "--token", "wrong-wrong-wrong");
        Assert.Equal(7, run.ExitCode);
        Assert.NotEmpty(run.Errors);
    }
}
