using System.Net;
using System.Net.WebSockets;

namespace Rtemis.Server.Tests.Security;

/// <summary>Who is let in, asked over real sockets.</summary>
public sealed class GuardTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1:PORT", 200)]
    [InlineData("localhost:PORT", 200)]
    [InlineData("LOCALHOST:PORT", 200)]
    [InlineData("[::1]:PORT", 200)]
    [InlineData("127.0.0.1", 403)]
    [InlineData("127.0.0.1:1", 403)]
    [InlineData("evil.example:PORT", 403)]
    [InlineData("localhost.evil.example:PORT", 403)]
    [InlineData("127.0.0.1.evil.example:PORT", 403)]
    [InlineData("127.0.0.2:PORT", 403)]
    [InlineData("0.0.0.0:PORT", 403)]
    public async Task OnlyALoopbackHostWithOurPortIsServed(string host, int status)
    {
        await using var server = await RunningServer.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{server.Port}/health");
        request.Headers.Host = host.Replace("PORT", $"{server.Port}", StringComparison.Ordinal);
        using var response = await http.SendAsync(request, Cancellation);
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
    }

    [Theory]
    [InlineData("https://live.rtemis.org", true)]
    [InlineData("http://localhost:3000", true)]
    [InlineData("http://127.0.0.1:PORT", true)]
    [InlineData("http://localhost:PORT", true)]
    [InlineData(null, false)]
    [InlineData("null", false)]
    [InlineData("https://live.rtemis.org.evil.example", false)]
    [InlineData("https://live.rtemis.org/", false)]
    [InlineData("http://live.rtemis.org", false)]
    [InlineData("https://LIVE.rtemis.org", false)]
    [InlineData("http://localhost:3001", false)]
    [InlineData("https://evil.example", false)]
    public async Task OnlyAnAllowedOriginMayUpgrade(string? origin, bool allowed)
    {
        await using var server = await RunningServer.StartAsync();
        using var socket = new ClientWebSocket();
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin.Replace("PORT", $"{server.Port}", StringComparison.Ordinal));
        socket.Options.CollectHttpResponseDetails = true;
        if (allowed)
        {
            await socket.ConnectAsync(server.Address, Cancellation);
            return;
        }
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(server.Address, Cancellation));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task AForeignHostIsRefusedBeforeTheUpgradeWhateverTheOrigin()
    {
        await using var server = await RunningServer.StartAsync();
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "http://localhost:3000");
        socket.Options.SetRequestHeader("Host", "evil.example");
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(server.Address, Cancellation));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task HealthTellsAllowedOriginsOnlyThatTheyMayRead()
    {
        await using var server = await RunningServer.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
        foreach (var (origin, allowed) in new[] { ("https://live.rtemis.org", true), ("https://evil.example", false) })
        {
            using var preflight = new HttpRequestMessage(HttpMethod.Options, "/health");
            preflight.Headers.Add("Origin", origin);
            using var response = await http.SendAsync(preflight, Cancellation);
            Assert.Equal(allowed, response.Headers.TryGetValues("Access-Control-Allow-Private-Network", out _));
            Assert.Equal(allowed, response.Headers.TryGetValues("Access-Control-Allow-Origin", out _));
        }
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/health/")]
    [InlineData("/../etc/passwd")]
    public async Task NothingElseIsThere(string path)
    {
        await using var server = await RunningServer.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
        using var response = await http.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task MoreThan64ConnectionsWithoutATokenAreTurnedAway()
    {
        await using var server = await RunningServer.StartAsync();
        var open = new List<Client.Connection>();
        for (var i = 0; i < 64; i++) open.Add(await server.OpenAsync());
        await Assert.ThrowsAsync<Client.ConnectFailedException>(server.OpenAsync);
        await open[0].DisposeAsync();
        // The place is free as soon as the server has seen the good-bye.
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                await using var late = await server.OpenAsync();
                return true;
            }
            catch (Client.ConnectFailedException)
            {
                return false;
            }
        });
        foreach (var connection in open) await connection.DisposeAsync();
    }
}
