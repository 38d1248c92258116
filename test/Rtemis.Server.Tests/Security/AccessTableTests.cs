using System.Text.Json.Nodes;
using Rtemis.Protocol;

namespace Rtemis.Server.Tests.Security;

/// <summary>Every combination of Host, Origin, method and token, over raw sockets: who gets in is what the rules say, and nobody else.</summary>
public sealed class AccessTableTests(SharedServer shared) : IClassFixture<SharedServer>
{
    // PORT is the server's.
    static readonly (string Host, bool Ours)[] Hosts =
    [
        ("127.0.0.1:PORT", true), ("localhost:PORT", true), ("LocalHost:PORT", true), ("[::1]:PORT", true),
        ("127.0.0.1", false), ("localhost", false), ("127.0.0.1:1", false), ("127.0.0.1:PORT0", false), ("127.0.0.2:PORT", false), ("0.0.0.0:PORT", false),
        ("[::]:PORT", false), ("localhost.:PORT", false), ("localhost.evil.example:PORT", false), ("evil.example:PORT", false), ("evil.example", false),
        ("2130706433:PORT", false), ("127.1:PORT", false), ("::1:PORT", false),
    ];

    static readonly (string[] Origins, bool Allowed)[] OriginHeaders =
    [
        (["https://live.rtemis.org"], true), (["http://localhost:3000"], true), (["http://127.0.0.1:PORT"], true), (["http://[::1]:PORT"], true),
        ([], false), ([""], false), (["null"], false), (["*"], false), (["https://evil.example"], false),
        (["https://live.rtemis.or"], false), (["https://live.rtemis.org.evil.example"], false), (["https://evil-live.rtemis.org"], false),
        (["https://sub.live.rtemis.org"], false), (["https://LIVE.rtemis.org"], false), (["HTTPS://live.rtemis.org"], false),
        (["http://live.rtemis.org"], false), (["wss://live.rtemis.org"], false), (["https://live.rtemis.org:443"], false), (["https://live.rtemis.org:444"], false),
        (["https://live.rtemis.org."], false), (["https://live.rtemis.org/"], false), (["https://me@live.rtemis.org"], false), (["https://live.rtemis.org@evil.example"], false),
        (["http://localhost:3001"], false), (["http://127.0.0.1:PORT0"], false), (["https://127.0.0.1:PORT"], false), (["file://"], false),
        (["chrome-extension://abcdefghijklmnop"], false), (["https://live.rtemis.org, https://live.rtemis.org"], false),
        (["https://live.rtemis.org", "https://live.rtemis.org"], false), (["https://live.rtemis.org", "https://evil.example"], false),
    ];

    static readonly (string Method, int Status)[] HealthMethods =
        [("GET", 200), ("OPTIONS", 204), ("POST", 405)];

    static readonly (string? Token, bool Right)[] Tokens =
        [(RunningServer.Token, true), (RunningServer.Token[..^1], false), (RunningServer.Token + " ", false), ("", false), (null, false)];

    // What is no host at all does not even come to the rules.
    static bool Refused(int status) => status is 403 or 400;

    string At(string text) => text.Replace("PORT", $"{shared.Port}", StringComparison.Ordinal);

    string[] Lines(string[] origins) => [.. origins.Select(o => $"Origin: {At(o)}")];

    [Fact]
    public async Task HealthAnswersOurHostsOnlyWhateverTheOriginAndTellsAllowedOriginsAlone()
    {
        foreach (var (host, ours) in Hosts)
            foreach (var (origins, allowed) in OriginHeaders)
                foreach (var (method, status) in HealthMethods)
                {
                    var answer = await RawSocket.AskAsync(shared.Port, [$"{method} /health HTTP/1.1", $"Host: {At(host)}", .. Lines(origins)]);
                    var tells = ours && allowed && status < 300;
                    Assert.True(
                        (ours ? answer.Status == status : Refused(answer.Status)) && answer["Access-Control-Allow-Origin"] == (tells ? At(origins[0]) : null),
                        $"{method} {host} {string.Join(" and ", origins)}: {answer.Status}, {answer["Access-Control-Allow-Origin"]}");
                }
    }

    [Fact]
    public async Task AWebSocketOpensForAnAllowedOriginAtOurHostOnlyAndLetsInWithTheTokenOnly()
    {
        foreach (var (host, ours) in Hosts)
            foreach (var (origins, allowed) in OriginHeaders)
            {
                using var socket = await RawSocket.ConnectAsync(shared.Port);
                var head = RawWebSocket.Handshake(At(host), "")[..^1];
                await socket.SendAsync(RawSocket.Request([.. head, .. Lines(origins)]));
                var answer = await socket.HeadAsync();
                Assert.True(ours && allowed ? answer.Status == 101 : Refused(answer.Status), $"{host} {string.Join(" and ", origins)}: {answer.Status}");
                if (answer.Status == 101) await ShowTokensAsync(new RawWebSocket(socket));
            }
    }

    [Fact]
    public async Task EveryMethodButAuthIsUnauthorizedBeforeTheTokenWithAnyParameters()
    {
        var methods = shared.Server.Service<Server.Dispatch.MethodTable>().All.Select(m => m.Name).Append("no.such.method").Except([Methods.Auth]).ToList();
        Assert.True(methods.Count > 30);
        using var socket = await RawWebSocket.OpenAsync(shared.Port);
        foreach (var method in methods)
            foreach (var parameters in (JsonObject?[])[null, [], new() { ["name"] = "x", ["token"] = RunningServer.Token }])
            {
                await socket.SayAsync(RawWebSocket.Request(method, method, parameters));
                var answer = (await socket.HearAsync())!;
                Assert.Equal((method, ErrorCodes.Unauthorized), (answer["id"]!.GetValue<string>(), answer["error"]!["code"]!.GetValue<string>()));
            }
    }

    [Theory]
    [InlineData("/?token=abcd-1234-ef56-7890")]
    [InlineData("/?code=x")]
    public async Task ATokenInAnAddressLetsNobodyIn(string target)
    {
        using var socket = await RawSocket.ConnectAsync(shared.Port);
        var head = RawWebSocket.Handshake($"127.0.0.1:{shared.Port}", "http://localhost:3000", $"Authorization: Bearer {RunningServer.Token}");
        await socket.SendAsync(RawSocket.Request([$"GET {target} HTTP/1.1", .. head[1..]]));
        Assert.Equal(101, (await socket.HeadAsync()).Status);
        var opened = new RawWebSocket(socket);
        await opened.HearAsync();
        await opened.SayAsync(RawWebSocket.Request("p", Methods.Ping));
        Assert.Equal(ErrorCodes.Unauthorized, (await opened.HearAsync())!["error"]!["code"]!.GetValue<string>());
    }

    // Three wrong ones end a connection: the right one comes third.
    static async Task ShowTokensAsync(RawWebSocket socket)
    {
        await socket.HearAsync();
        foreach (var (token, right) in Tokens.Where(t => !t.Right).Take(2).Concat(Tokens.Where(t => t.Right)))
        {
            await socket.SayAsync(RawWebSocket.Request("a", Methods.Auth, new() { ["token"] = token }));
            Assert.Equal(right, (await socket.HearAsync())!["ok"]!.GetValue<bool>());
            await socket.SayAsync(RawWebSocket.Request("p", Methods.Ping));
            Assert.Equal(right, (await socket.HearAsync())!["ok"]!.GetValue<bool>());
        }
    }
}
