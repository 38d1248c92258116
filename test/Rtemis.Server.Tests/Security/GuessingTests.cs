using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Rtemis.Protocol;
using Rtemis.Server.Security;

namespace Rtemis.Server.Tests.Security;

/// <summary>Guessing the token over as many connections as there may be.</summary>
public sealed class GuessingTests
{
    [Fact]
    public void AllPlacesTogetherTryAFewHundredTokensAMinuteAtMost()
    {
        var clock = new FakeTimeProvider();
        var throttle = new WrongTokenThrottle(clock);
        // When each place may guess again: at once when its answer is there.
        var places = new PriorityQueue<int, TimeSpan>(Enumerable.Range(0, ProtocolLimits.UnauthenticatedConnections).Select(i => (i, TimeSpan.Zero)));
        var minutes = new int[10];
        var now = TimeSpan.Zero;
        while (places.TryDequeue(out var place, out var time) && time < TimeSpan.FromMinutes(minutes.Length))
        {
            clock.Advance(time - now);
            now = time;
            minutes[(int)now.TotalMinutes]++;
            places.Enqueue(place, now + throttle.Penalty());
        }
        Assert.InRange(minutes[0], ProtocolLimits.UnauthenticatedConnections, 450);
        Assert.All(minutes[1..], guesses => Assert.InRange(guesses, 1, 384));
    }

    [Fact]
    public async Task WhoLeavesAfterAWrongTokenKeepsItsPlaceUntilTheAnswerWouldHaveCome()
    {
        var clock = new FakeTimeProvider();
        await using var server = await RunningServer.StartAsync(clock: clock);
        for (var i = 0; i < 100; i++) server.Service<WrongTokenThrottle>().Penalty();
        for (var i = 0; i < ProtocolLimits.UnauthenticatedConnections; i++)
        {
            using var guesser = await RawWebSocket.OpenAsync(server.Port);
            await guesser.SayAsync(RawWebSocket.Request("a", Methods.Auth, new JsonObject { ["token"] = $"guess-{i}" }));
            guesser.EndSending();
        }
        for (var i = 0; i < 20; i++) Assert.Equal(503, await TryAsync(server));
        clock.Advance(WrongTokenThrottle.Longest);
        await Eventually.TrueAsync(async () => await TryAsync(server) == 101);
    }

    [Fact]
    public async Task TheRightTokenIsAnsweredAtOnceWhileOthersGuess()
    {
        // The clock stands still: an answer that waited would never come.
        await using var server = await RunningServer.StartAsync(clock: new FakeTimeProvider());
        for (var i = 0; i < 100; i++) server.Service<WrongTokenThrottle>().Penalty();
        using var guesser = await RawWebSocket.OpenAsync(server.Port);
        await guesser.SayAsync(RawWebSocket.Request("a", Methods.Auth, new JsonObject { ["token"] = "wrong" }));
        using var client = await RawWebSocket.EnterAsync(server.Port);
        await client.SayAsync(RawWebSocket.Request("p", Methods.Ping));
        Assert.Equal("p", (await client.HearAsync())!["id"]!.GetValue<string>());
    }

    static async Task<int> TryAsync(RunningServer server) =>
        (await RawSocket.AskAsync(server.Port, RawWebSocket.Handshake($"127.0.0.1:{server.Port}", "http://localhost:3000"))).Status;
}
