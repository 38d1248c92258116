using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Rtemis.Client;

namespace Rtemis.EndToEnd.Tests;

/// <summary>The program as a process: how it starts, what it says, how it ends.</summary>
public sealed class ProcessTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheBannerSaysWhereWhoAndWithWhichTokenAndTheLogNeverTheToken()
    {
        await using var server = await ServerProcess.StartAsync("--verbosity", "2");
        await using (var client = await server.ConnectAsync()) await (await client.CreateSessionAsync("s", Cancellation)).DisposeAsync();
        await Assert.ThrowsAsync<ServerErrorException>(() => RtemisClient.ConnectAsync(server.Address, "wrong-token-1234", null, Cancellation));
        Assert.Contains($"http://127.0.0.1:{server.Port}", server.Banner, StringComparison.Ordinal);
        Assert.Contains("https://live.rtemis.org", server.Banner, StringComparison.Ordinal);
        Assert.Single(server.Banner.Split('\n'), l => l.Contains(ServerProcess.Token, StringComparison.Ordinal));
        Assert.DoesNotContain(ServerProcess.Token, server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnSigtermClientsAreToldDaemonsEndAndFilesGo()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals and /proc are needed.");
        var temporary = Directory.CreateTempSubdirectory("end-to-end-").FullName;
        await using var server = await ServerProcess.StartInAsync(temporary, "--n-daemons", "2");
        Assert.Single(Directory.GetDirectories(temporary, "rtemis-server-*"));
        await using var client = await server.ConnectAsync();
        await using var session = await client.CreateSessionAsync(cancellation: Cancellation);
        await session.UploadAsync("t", SampleTable.Random(100, 3), cancellation: Cancellation);
        var connections = (Connection[])[client.Connection, session.Connection];
        var daemons = server.Daemons;
        Assert.Equal(2, daemons.Count);
        ServerProcess.Signal("-TERM", server.Id);
        Assert.Equal(0, await server.WaitForExitAsync());
        foreach (var connection in connections)
        {
            await connection.Ended.WaitAsync(Cancellation);
            Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, connection.CloseStatus);
        }
        Assert.DoesNotContain(daemons, ServerProcess.IsRunning);
        Assert.Empty(Directory.GetDirectories(temporary, "rtemis-server-*"));
        Directory.Delete(temporary, recursive: true);
    }

    [Fact]
    public async Task NoDaemonOutlivesAServerThatIsKilled()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals and /proc are needed.");
        await using var server = await ServerProcess.StartAsync("--n-daemons", "2");
        var daemons = server.Daemons;
        ServerProcess.Signal("-KILL", server.Id);
        await server.WaitForExitAsync();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        while (daemons.Any(ServerProcess.IsRunning))
        {
            Assert.False(patience.IsCancellationRequested, "A daemon outlived its server.");
            await Task.Yield();
        }
    }

    [Fact]
    public async Task AnOptionThatCannotBeEndsTheProgramWithItsName()
    {
        var (exitCode, output) = await ServerProcess.RunToEndAsync("--port", "80");
        Assert.Equal(2, exitCode);
        Assert.Contains("--port '80': must be a whole number from 1024 to 49151.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APortThatAnotherServerHasEndsTheProgramWithItsProcessAndVersion()
    {
        await using var server = await ServerProcess.StartAsync();
        var (exitCode, output) = await ServerProcess.RunToEndAsync("--port", $"{server.Port}", "--ephemeral");
        Assert.Equal(3, exitCode);
        Assert.Matches($@"Cannot listen on 127\.0\.0\.1:{server.Port}: another Rtemis\.Server \(\d[^)]*\) has that port", output);
        if (OperatingSystem.IsLinux()) Assert.Contains($", process {server.Id} (rtemis-server). End it,", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APortThatAnyOtherProgramHasEndsTheProgramWithItsName()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found under /proc.");
        // It takes connections and never answers.
        using var listener = new TcpListener(IPAddress.Loopback, ServerProcess.FreePort());
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var (exitCode, output) = await ServerProcess.RunToEndAsync("--port", $"{port}", "--ephemeral");
        Assert.Equal(3, exitCode);
        Assert.Contains($"Cannot listen on 127.0.0.1:{port}: process {Environment.ProcessId} (", output, StringComparison.Ordinal);
        Assert.DoesNotContain("another Rtemis.Server", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HelpNamesEveryOption()
    {
        var (exitCode, output) = await ServerProcess.RunToEndAsync("--help");
        Assert.Equal(0, exitCode);
        foreach (var option in (string[])["port", "host", "n-daemons", "daemon-memory", "origins", "token", "token-file", "heartbeat-interval", "session-ttl", "data-ttl", "gc-interval", "tick-ms", "max-concurrent", "max-sessions", "verbosity", "engine", "rscript", "r-home", "r-lib", "state-dir", "ephemeral", "storage-limit", "save-root", "open"])
            Assert.Contains($"--{option} ", output, StringComparison.Ordinal);
    }
}
