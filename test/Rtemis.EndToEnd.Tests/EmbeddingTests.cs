using System.Diagnostics;
using System.Net;
using Rtemis.Client;
using Rtemis.EndToEnd.Tests.Durability;

namespace Rtemis.EndToEnd.Tests;

/// <summary>The sample: an application of somebody's own, with the server in it by two lines.</summary>
public sealed class EmbeddingTests : IAsyncLifetime
{
    static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Rtemis.Embedded", new DirectoryInfo(AppContext.BaseDirectory).Name,
        OperatingSystem.IsWindows() ? "Rtemis.Embedded.exe" : "Rtemis.Embedded"));

    readonly StateDirectory _state = new();
    readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    Process _application = null!;
    Uri _link = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var info = new ProcessStartInfo(Program, ["--urls", $"http://127.0.0.1:{ServerProcess.FreePort()}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment["XDG_STATE_HOME"] = _state.Path;
        _application = Process.Start(info)!;
        _application.ErrorDataReceived += static (_, _) => { };
        _application.BeginErrorReadLine();
        const string Open = "open ";
        while (await _application.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            if (!line.StartsWith(Open, StringComparison.Ordinal)) continue;
            _link = new Uri(line[Open.Length..]);
            // What it writes later must not fill the pipe.
            _ = _application.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return;
        }
        throw new InvalidOperationException("The application ended at once.");
    }

    public async ValueTask DisposeAsync()
    {
        if (OperatingSystem.IsWindows()) _application.Kill();
        else ServerProcess.Signal("-TERM", _application.Id);
        await _application.WaitForExitAsync(CancellationToken.None);
        _application.Dispose();
        _http.Dispose();
        await _state.DisposeAsync();
    }

    [Fact]
    public async Task TheApplicationKeepsItsOwnPathsAndTheServerHasThoseBelowItsOwn()
    {
        Assert.StartsWith("An application of its own.", await _http.GetStringAsync(new Uri(_link, "/"), Cancellation), StringComparison.Ordinal);
        using var redirect = await _http.GetAsync(new Uri(_link, "/rtemis"), Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, redirect.StatusCode);
        Assert.Equal("/rtemis/", redirect.Headers.Location?.OriginalString);
        using var page = await _http.GetAsync(new Uri(_link, "/rtemis/"), Cancellation);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"ok\"", await _http.GetStringAsync(new Uri(_link, "/rtemis/health"), Cancellation), StringComparison.Ordinal);
        using var elsewhere = await _http.GetAsync(new Uri(_link, "/health"), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task ALinkLetsInAndAJobRunsInADaemonOfTheApplication()
    {
        await using var client = await RtemisClient.ConnectAsync(_link, cancellation: Cancellation);
        await using var session = await client.CreateSessionAsync("s", Cancellation);
        var data = await session.UploadAsync("random", SampleTable.Random(100, 3), cancellation: Cancellation);
        var job = await session.SubmitAsync(data, new DecomposeRequest("PCA"), Cancellation);
        await job.WaitAsync(Cancellation);
        Assert.True(Directory.Exists(Path.Combine(_state.Path, "rtemis-server", "Rtemis.Embedded")) || !OperatingSystem.IsLinux());
    }
}
