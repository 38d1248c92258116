using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Rtemis.Client;
using Rtemis.Data;
using Rtemis.Server.Hosting;
using Rtemis.Server.Options;

namespace Rtemis.Server.Tests;

/// <summary>A whole server in the test's process, on a port of its own, with real sockets and real daemons.</summary>
sealed class RunningServer : IAsyncDisposable
{
    public const string Token = "abcd-1234-ef56-7890";

    readonly WebApplication _app;

    RunningServer(WebApplication app) => _app = app;

    public int Port => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    public Uri Address => new($"ws://127.0.0.1:{Port}/");

    public static async Task<RunningServer> StartAsync(
        ServerOptions? options = null, TimeProvider? clock = null, Action<IServiceCollection>? configure = null)
    {
        options = (options ?? new ServerOptions()) with { Port = 0, Token = Token, Verbosity = 0 };
        // A test that says nothing of R has nothing to do with the R of the machine.
        if (options is { Engine: "auto", RLibraries: [], Rscript: null }) options = options with { Engine = "native" };
        var app = ServerApp.Build(options, services =>
        {
            if (clock is not null) services.AddSingleton(clock);
            configure?.Invoke(services);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningServer(app);
    }

    public T Service<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public Task<WireClient> ConnectAsync() => WireClient.ConnectAsync(Address, Token, null, TestContext.Current.CancellationToken);

    public Task<Connection> OpenAsync() => Connection.OpenAsync(Address, null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}

/// <summary>Tables for tests.</summary>
static class Tables
{
    /// <summary>Random numbers, the same each time.</summary>
    public static Table Random(int rows, int columns, int seed = 1)
    {
        var random = new Random(seed);
        return new Table([.. Enumerable.Range(0, columns).Select(j => new DoubleColumn($"x{j}", Values(random, rows)))], rows);
    }

    public static byte[] Arrow(Table table)
    {
        using var stream = new MemoryStream();
        ArrowStreamWriter.Write(table, stream);
        return stream.ToArray();
    }

    static double[] Values(Random random, int rows)
    {
        var values = new double[rows];
        for (var i = 0; i < rows; i++) values[i] = random.NextDouble();
        return values;
    }
}
