using System.Text.Json;

namespace Rtemis.Cli.Tests.Commands;

/// <summary>What can't be done ends with one clear sentence and the documented exit code.</summary>
public sealed class RefusalTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, "Could not build training config: Invalid algorithm: CARTX.", "train", "IRIS", "--algorithm", "CARTX")]
    [InlineData(1, "GLM does not support multiclass classification.", "train", "IRIS", "--algorithm", "GLM")]
    [InlineData(2, "--outcome 'nope': the table has no such column, but Sepal.Length, Sepal.Width, Petal.Length, Petal.Width, Species.", "train", "IRIS", "--algorithm", "CART", "--outcome", "nope")]
    [InlineData(2, "--type 'number': must be one of double, integer, logical, factor, character, date, datetime.", "train", "IRIS", "--algorithm", "CART", "--type", "Species=number")]
    [InlineData(2, "Option '--algorithm' is required.", "train", "IRIS")]
    [InlineData(2, "--engine 'r': here is only the engine native; a server can have others: name it with --url.", "train", "IRIS", "--algorithm", "CART", "--engine", "r")]
    [InlineData(2, "--decimal ';': must be . or ,.", "train", "IRIS", "--algorithm", "CART", "--decimal", ";", "--delimiter", "tab")]
    [InlineData(2, "--url 'http://127.0.0.1:5757/#x': what follows # must be the code that the server printed.", "sessions", "--url", "http://127.0.0.1:5757/#x")]
    [InlineData(2, "--engine 'r': here is only the engine native", "algorithms", "--engine", "r")]
    [InlineData(2, "--session is for a server: name it with --url.", "train", "IRIS", "--algorithm", "CART", "--session", "s")]
    [InlineData(2, "'nope' is no folder with a result.", "result", "nope")]
    [InlineData(2, "'nope' is no algorithm; `algorithms` lists them.", "algorithms", "nope")]
    [InlineData(2, "The server asks for its token: set RTEMISLIVE_TOKEN, or give --token-file.", "sessions")]
    [InlineData(2, "--url 'localhost': must be an address like http://127.0.0.1:5757/.", "sessions", "--url", "localhost")]
    [InlineData(6, "Could not find file", "train", "nope.csv", "--algorithm", "CART")]
    public async Task WhatIsWrongIsNamed(int code, string message, params string[] arguments)
    {
        var run = await CommandLine.RunAsync([.. arguments.Select(a => a == "IRIS" ? CommandLine.Iris : a), .. arguments[0] == "train" ? (string[])["--quiet"] : []]);
        Assert.StartsWith(message, run.Errors, StringComparison.Ordinal);
        Assert.Equal(code, run.ExitCode);
    }

    [Fact]
    public async Task AWrongFileIsToldWithItsLine()
    {
        var run = await CommandLine.RunAsync("train", _folder.File("bad.csv", "a,b\n1,2\n3\n"), "--algorithm", "CART");
        Assert.Equal(6, run.ExitCode);
        Assert.Contains("bad.csv: Line 3: 1 field where 2 are expected", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderThatIsThereIsNotWrittenOver()
    {
        var run = await CommandLine.RunAsync("train", CommandLine.Iris, "--algorithm", "CART", "--out", _folder.Path);
        Assert.Equal((2, $"--out '{_folder.Path}': is there already.\n"), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task ForProgramsAFailureIsAnObject()
    {
        var run = await CommandLine.RunAsync("train", CommandLine.Iris, "--algorithm", "GLM", "--json", "--quiet");
        using var failure = JsonDocument.Parse(run.Lines[^1]);
        Assert.Equal(("failed", 1), (failure.RootElement.GetProperty("event").GetString(), failure.RootElement.GetProperty("exit_code").GetInt32()));
    }

    [Fact]
    public async Task AServerThatIsNotThereIsSaidToBe()
    {
        var run = await CommandLine.RunAsync("sessions", "--url", $"http://127.0.0.1:{ServerProcess.FreePort()}/", "--token", "abcd-1234-ef56-7890");
        Assert.StartsWith("No server answers at ws://127.0.0.1:", run.Errors, StringComparison.Ordinal);
        Assert.Equal(7, run.ExitCode);
    }

    [Fact]
    public async Task CtrlCEndsARun()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Sends SIGINT.");
        using var run = CommandLine.Start([], "train", CommandLine.Iris, "--algorithm", "LightRF", "--set", "nrounds=100000", "--resample", "kfold:10");
        // It runs once it tells that it does.
        while (await run.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("outer_fold", StringComparison.Ordinal)) { }
        ServerProcess.Signal("-INT", run.Id);
        var rest = await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, run.ExitCode);
        Assert.EndsWith("Cancelled.\n", rest, StringComparison.Ordinal);
    }
}
