using Rtemis.Client;

namespace Rtemis.EndToEnd.Tests.Clients;

/// <summary>What the tests of the client begin with.</summary>
static class ClientProgram
{
    /// <summary>Second connections come soon, and are given up soon where a test says so.</summary>
    public static ClientOptions Quick(double giveUpAfter = 30) => new()
    {
        Reconnect = new() { FirstPause = TimeSpan.FromMilliseconds(5), LongestPause = TimeSpan.FromMilliseconds(50), GiveUpAfter = TimeSpan.FromSeconds(giveUpAfter) },
    };

    /// <summary>A tree that is grown to single cases: it takes seconds on a large table.</summary>
    public static TrainRequest WholeTree { get; } = new("CART") { Hyperparameters = new() { ["cp"] = 0.0, ["maxdepth"] = 30, ["maxsurrogate"] = 5 } };

    /// <summary>A job that tells some hundred steps within a second or two.</summary>
    public static TrainRequest Talkative { get; } = new("CART")
    {
        Hyperparameters = new() { ["maxdepth"] = Parameters.Candidates(1, 2, 3, 4, 5, 6) },
        OuterResampling = Resampling.KFold(10, seed: 1),
        Execution = new() { Seed = 1 },
    };

    public static async Task<RtemisSession> SessionAsync(ServerProcess server, ClientOptions? options = null, string? name = null)
    {
        await using var client = await server.ConnectAsync(options ?? Quick());
        return await client.CreateSessionAsync(name, TestContext.Current.CancellationToken);
    }

    public static Task<RtemisTable> UploadIrisAsync(this RtemisSession session) =>
        session.UploadFrameAsync("iris", SampleTable.Arrow("iris"), TestContext.Current.CancellationToken);

    public static Task<RtemisTable> UploadLargeAsync(this RtemisSession session) =>
        session.UploadAsync("large", SampleTable.Random(150_000, 30), cancellation: TestContext.Current.CancellationToken);

    /// <summary>Waits for a state of the session's connection.</summary>
    public static Task<ConnectionStateChangedEventArgs> NextAsync(this RtemisSession session, ConnectionState state)
    {
        var told = new TaskCompletionSource<ConnectionStateChangedEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        session.StateChanged += (_, change) =>
        {
            if (change.State == state) told.TrySetResult(change);
        };
        return told.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
