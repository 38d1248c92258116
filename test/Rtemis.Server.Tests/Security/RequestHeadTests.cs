namespace Rtemis.Server.Tests.Security;

/// <summary>Heads of requests that no browser sends, and what a port that nobody has shown a token to answers at all.</summary>
public sealed class RequestHeadTests(SharedServer shared) : IClassFixture<SharedServer>
{
    string Host => $"Host: 127.0.0.1:{shared.Port}";

    string[] Handshake => RawWebSocket.Handshake($"127.0.0.1:{shared.Port}", "http://localhost:3000");

    public static TheoryData<string, string[]> Malformed => new()
    {
        { "no Host", ["GET /health HTTP/1.1"] },
        { "two Hosts", ["GET /health HTTP/1.1", "HOST", "HOST"] },
        { "two Hosts, one foreign", ["GET /health HTTP/1.1", "HOST", "Host: evil.example"] },
        { "a Host that is none", ["GET /health HTTP/1.1", "Host: 127.0.0.1:PORT/x"] },
        { "a Host with a user", ["GET /health HTTP/1.1", "Host: me@127.0.0.1:PORT"] },
        { "a name with a space before its colon", ["GET /health HTTP/1.1", "HOST", "Origin : https://live.rtemis.org"] },
        { "a name that is none", ["GET /health HTTP/1.1", "HOST", "Ori gin: x"] },
        { "an empty name", ["GET /health HTTP/1.1", "HOST", ": x"] },
        { "a line without a colon", ["GET /health HTTP/1.1", "HOST", "nonsense"] },
        { "a folded line", ["GET /health HTTP/1.1", "HOST", "X-One: 1", " folded"] },
        { "a folded first line", ["GET /health HTTP/1.1", " folded: 1", "HOST"] },
        { "a null in a value", ["GET /health HTTP/1.1", "HOST", "X-One: a\0b"] },
        { "a bare carriage return in a value", ["GET /health HTTP/1.1", "HOST", "X-One: a\rb"] },
        { "a whole address as target", ["GET http://127.0.0.1:PORT/health HTTP/1.1", "HOST"] },
        { "another's whole address as target", ["GET http://evil.example/health HTTP/1.1", "HOST"] },
        { "a star as target", ["OPTIONS * HTTP/1.1", "HOST"] },
        { "a tunnel", ["CONNECT 127.0.0.1:PORT HTTP/1.1", "HOST"] },
        { "a broken escape of a null", ["GET /%00 HTTP/1.1", "HOST"] },
        { "both lengths", ["POST /health HTTP/1.1", "HOST", "Content-Length: 4", "Transfer-Encoding: chunked"] },
        { "two lengths", ["POST /health HTTP/1.1", "HOST", "Content-Length: 4", "Content-Length: 5"] },
        { "a list of lengths", ["POST /health HTTP/1.1", "HOST", "Content-Length: 4, 4"] },
        { "a negative length", ["POST /health HTTP/1.1", "HOST", "Content-Length: -1"] },
        { "a length that is no number", ["POST /health HTTP/1.1", "HOST", "Content-Length: 0x4"] },
        { "an encoding that is not chunked", ["POST /health HTTP/1.1", "HOST", "Transfer-Encoding: xchunked"] },
        { "chunked before another", ["POST /health HTTP/1.1", "HOST", "Transfer-Encoding: chunked, gzip"] },
        { "a method that is none", ["G@T /health HTTP/1.1", "HOST"] },
        { "no version", ["GET /health", "HOST"] },
        { "a space too many", ["GET  /health HTTP/1.1", "HOST"] },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task AMalformedHeadIsRefusedAndEndsItsConnection(string what, string[] lines)
    {
        using var socket = await RawSocket.ConnectAsync(shared.Port);
        var request = RawSocket.Request([.. lines.Select(l => (l == "HOST" ? Host : l).Replace("PORT", $"{shared.Port}", StringComparison.Ordinal))]);
        // What a smuggler hopes to have taken for a request of its own.
        await socket.SendAsync((byte[])[.. request, .. "0\r\n\r\n"u8, .. RawSocket.Request("GET /health HTTP/1.1", Host)]);
        var first = await socket.HeadAsync();
        Assert.True(first.Status == 400, $"{what}: {first.Status}");
        Assert.Equal("close", first["Connection"]);
        Assert.Equal(0, (await socket.HeadAsync()).Status);
    }

    [Theory]
    [InlineData("HTTP/2.0", 505)]
    [InlineData("HTTP/1.2", 505)]
    public async Task AnotherVersionIsRefused(string version, int status) =>
        Assert.Equal(status, (await RawSocket.AskAsync(shared.Port, $"GET /health {version}", Host)).Status);

    [Fact]
    public async Task ATargetWithoutASlashIsTakenForATunnelsWhichThereAreNone() =>
        Assert.Equal(405, (await RawSocket.AskAsync(shared.Port, "GET health HTTP/1.1", Host)).Status);

    [Fact]
    public async Task TheSecondVersionsPrefaceIsNotSpoken()
    {
        using var socket = await RawSocket.ConnectAsync(shared.Port);
        await socket.SendAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());
        Assert.NotEqual(200, (await socket.HeadAsync()).Status);
    }

    [Theory]
    [InlineData("Content-Length: 5", 413)]
    [InlineData("Transfer-Encoding: chunked", 400)]
    public async Task ABodyIsRefusedAndNeverTakenForARequest(string header, int status)
    {
        using var socket = await RawSocket.ConnectAsync(shared.Port);
        await socket.SendAsync((byte[])[.. RawSocket.Request("GET /health HTTP/1.1", Host, header), .. RawSocket.Request("GET /health HTTP/1.1", Host)]);
        Assert.Equal(status, (await socket.HeadAsync()).Status);
        Assert.Equal(0, (await socket.HeadAsync()).Status);
    }

    [Theory]
    [InlineData(4 << 10, 0, 414)]
    [InlineData(0, 33 << 10, 431)]
    [InlineData(2 << 10, 24 << 10, 404)]
    public async Task AHeadMayHaveAFewKilobytes(int target, int cookies, int status)
    {
        var answer = await RawSocket.AskAsync(shared.Port, $"GET /{new string('x', target)} HTTP/1.1", Host, $"Cookie: {new string('c', cookies)}");
        Assert.Equal(cookies == 0 && target == 0 ? 404 : status, answer.Status);
    }

    [Fact]
    public async Task AHeadMayHaveAFewDozenLines()
    {
        string[] Lines(int count) => ["GET /health HTTP/1.1", Host, .. Enumerable.Range(0, count).Select(i => $"X-{i}: x")];
        Assert.Equal(200, (await RawSocket.AskAsync(shared.Port, Lines(60))).Status);
        Assert.Equal(431, (await RawSocket.AskAsync(shared.Port, Lines(80))).Status);
    }

    [Theory]
    [InlineData("/", "GET, HEAD")]
    [InlineData("/health", "GET, HEAD, OPTIONS")]
    public async Task AnotherMethodOnAKnownPathIsToldWhichThereAre(string path, string allowed)
    {
        foreach (var method in (string[])["POST", "PUT", "DELETE", "PATCH", "TRACE"])
        {
            var answer = await RawSocket.AskAsync(shared.Port, $"{method} {path} HTTP/1.1", Host);
            Assert.Equal((405, allowed), (answer.Status, answer["Allow"]));
        }
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/Health")]
    [InlineData("//health")]
    [InlineData("//")]
    [InlineData("/health/..%2f..%2fetc/passwd")]
    [InlineData("/assets/../../etc/passwd")]
    [InlineData("/assets/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/assets/..%5c..%5cwin.ini")]
    [InlineData("/appsettings.json")]
    public async Task NothingIsAtAnyOtherPathWithAnyMethod(string path)
    {
        foreach (var method in (string[])["GET", "POST", "OPTIONS", "TRACE"])
            Assert.Equal(404, (await RawSocket.AskAsync(shared.Port, $"{method} {path} HTTP/1.1", Host)).Status);
    }

    [Theory]
    [InlineData("/health", 404)]
    [InlineData("/ws", 404)]
    [InlineData("/assets/", 404)]
    [InlineData("/", 101)]
    public async Task AWebSocketIsAtTheRootOnly(string path, int status) =>
        Assert.Equal(status, (await RawSocket.AskAsync(shared.Port, [$"GET {path} HTTP/1.1", .. Handshake[1..]])).Status);

    [Theory]
    [InlineData("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Key: short", 400)]
    [InlineData("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "X-Nothing: 1", 400)]
    [InlineData("Connection: Upgrade", "Connection: keep-alive", 400)]
    [InlineData("GET / HTTP/1.1", "POST / HTTP/1.1", 400)]
    [InlineData("GET / HTTP/1.1", "GET / HTTP/1.0", 400)]
    [InlineData("Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: 8", 426)]
    [InlineData("Sec-WebSocket-Version: 13", "X-Nothing: 1", 426)]
    public async Task AHandshakeThatIsNoneIsRefused(string line, string instead, int status)
    {
        var answer = await RawSocket.AskAsync(shared.Port, [.. Handshake.Select(l => l == line ? instead : l)]);
        Assert.Equal(status, answer.Status);
        if (status == 426) Assert.Equal("13", answer["Sec-WebSocket-Version"]);
    }

    [Fact]
    public async Task OffersOfSubprotocolsAndCompressionAreNotTaken()
    {
        var answer = await RawSocket.AskAsync(shared.Port, [
            .. Handshake, "Sec-WebSocket-Protocol: rtemis, chat", "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits, x-webkit-deflate-frame"]);
        Assert.Equal((101, null, null), (answer.Status, answer["Sec-WebSocket-Protocol"], answer["Sec-WebSocket-Extensions"]));
        Assert.Equal("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", answer["Sec-WebSocket-Accept"]);
    }
}
