using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Rtemis.Protocol;
using Rtemis.Server.Hosting;

namespace Rtemis.Server.Tests.Security;

/// <summary>HTTP connections that sit idle, send slowly, or are too many.</summary>
public sealed class HttpLimitTests
{
    static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    static string Host(RunningServer server) => $"Host: 127.0.0.1:{server.Port}";

    // The web server has a clock of its own: what takes ten seconds takes one here.
    static Task<RunningServer> StartImpatientAsync() => RunningServer.StartAsync(configure: services => services.PostConfigure<KestrelServerOptions>(kestrel =>
        (kestrel.Limits.RequestHeadersTimeout, kestrel.Limits.KeepAliveTimeout) = (Short, Short)));

    [Fact]
    public async Task AConnectionHasTenSecondsForAHeadAndForItsNextRequest()
    {
        await using var server = await RunningServer.StartAsync();
        var limits = server.Service<IOptions<KestrelServerOptions>>().Value.Limits;
        var seconds = TimeSpan.FromSeconds(ProtocolLimits.UnauthenticatedSeconds);
        Assert.Equal((seconds, seconds, 0L), (limits.RequestHeadersTimeout, limits.KeepAliveTimeout, limits.MaxRequestBodySize));
        Assert.True(limits.MaxConcurrentConnections > 2 * ProtocolLimits.UnauthenticatedConnections);
    }

    [Fact]
    public async Task WhoSendsSlowlySaysNothingOrHasHadItsAnswerIsClosed()
    {
        await using var server = await StartImpatientAsync();
        using var silent = await RawSocket.ConnectAsync(server.Port);
        using var slow = await RawSocket.ConnectAsync(server.Port);
        await slow.SendAsync("GET /health HTTP/1.1\r\nX-Slow: "u8.ToArray());
        using var answered = await RawSocket.ConnectAsync(server.Port);
        await answered.SendAsync(RawSocket.Request("HEAD /health HTTP/1.1", Host(server)));
        Assert.Equal(200, (await answered.HeadAsync()).Status);
        Assert.Equal(408, (await slow.HeadAsync()).Status);
        await Task.WhenAll(silent.ClosedAsync(), slow.ClosedAsync(), answered.ClosedAsync());
    }

    [Fact]
    public async Task IdleConnectionsTakeNoPlaceFromWebSocketsThatAreThereAndAreSoonForgotten()
    {
        await using var server = await StartImpatientAsync();
        using var client = await RawWebSocket.EnterAsync(server.Port);
        var idle = new List<RawSocket>();
        for (var i = 0; i < HttpLimits.Connections + 20; i++) idle.Add(await RawSocket.ConnectAsync(server.Port));
        await client.SayAsync(RawWebSocket.Request("p", Methods.Ping));
        Assert.Equal("p", (await client.HearAsync())!["id"]!.GetValue<string>());
        foreach (var socket in idle)
        {
            await socket.ClosedAsync();
            socket.Dispose();
        }
        Assert.Equal(200, (await RawSocket.AskAsync(server.Port, "GET /health HTTP/1.1", Host(server))).Status);
    }
}
