using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Server.Options;

namespace Rtemis.Server.Tests.R;

/// <summary>A server whose engine is R with the stand-ins, and a client that has a session there.</summary>
sealed class RServer(RunningServer server, WireClient client) : IAsyncDisposable
{
    public RunningServer Server => server;

    public WireClient Client => client;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts both, or skips the test where R is missing.</summary>
    public static async Task<RServer> StartAsync(StandInLibrary library, ServerOptions? options = null)
    {
        if (library.Missing is { } reason) Assert.Skip(reason);
        var server = await RunningServer.StartAsync((options ?? new ServerOptions { Engine = "r" }) with { RLibraries = [library.Path] });
        var client = await server.ConnectAsync();
        await client.CreateSessionAsync(cancellation: Cancellation);
        return new RServer(server, client);
    }

    /// <summary>Submits a training.</summary>
    public async Task<string> TrainAsync(string data, string algorithm, JsonObject? parameters = null) =>
        (await client.SubmitAsync(Methods.Train, data, algorithm, parameters, Cancellation)).JobId;

    /// <summary>The events of a job until it has ended.</summary>
    public async Task<List<ServerEvent>> EventsAsync(string job)
    {
        List<ServerEvent> events = [];
        await foreach (var happened in client.FollowAsync(job, Cancellation)) events.Add(happened);
        return events;
    }

    /// <summary>Waits until a job is complete.</summary>
    public async Task<string> CompleteAsync(string job)
    {
        var last = (await EventsAsync(job))[^1];
        Assert.True(last.Name == EventNames.JobComplete, last.Data.GetRawText());
        return job;
    }

    /// <summary>Waits until a job has failed; why.</summary>
    public async Task<JsonElement> FailureAsync(string job)
    {
        var last = (await EventsAsync(job))[^1];
        Assert.True(last.Name == EventNames.JobFailed, last.Data.GetRawText());
        return last.Data.GetProperty("error");
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await server.DisposeAsync();
    }
}
