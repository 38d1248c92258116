using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Rtemis.Server.Page;

namespace Rtemis.Server.Tests.Page;

/// <summary>What a browser gets over HTTP, asked over real sockets of a server that has a small page.</summary>
public sealed class PageTests
{
    const string Script = "/assets/index-Ab3_-9Zz.js";
    static readonly string ScriptText = string.Join('\n', Enumerable.Range(0, 200).Select(i => $"console.log({i});"));

    static readonly Dictionary<string, byte[]> Files = new()
    {
        ["index.html"] = Encoding.UTF8.GetBytes("<!doctype html>" + new string('x', 500)),
        ["favicon.svg"] = "<svg/>"u8.ToArray(),
        ["assets/index-Ab3_-9Zz.js"] = Encoding.UTF8.GetBytes(ScriptText),
        ["assets/index-Ab3_-9Zz.js.map"] = "{}"u8.ToArray(),
        ["assets/data.csv"] = "a\n1\n"u8.ToArray(),
        ["assets/dot-AAAAAAAA.png"] = new byte[2000],
        ["assets/module-AAAAAAAA.wasm"] = "\0asm"u8.ToArray(),
        ["robots.txt"] = "no"u8.ToArray(),
    };

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Task<RunningServer> StartAsync(PageState state = PageState.Built) =>
        RunningServer.StartAsync(configure: services => services.AddSingleton(new PageFiles(state, () => Files)));

    static async Task<HttpResponseMessage> AskAsync(RunningServer server, string path, HttpMethod? method = null, string? accept = null, string? known = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, $"http://127.0.0.1:{server.Port}{path}");
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        if (known is not null) request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return await http.SendAsync(request, Cancellation);
    }

    static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    [Theory]
    [InlineData("/", "text/html; charset=utf-8", "no-cache")]
    [InlineData("/favicon.svg", "image/svg+xml; charset=utf-8", "no-cache")]
    [InlineData(Script, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable")]
    [InlineData("/assets/data.csv", "text/csv; charset=utf-8", "no-cache")]
    [InlineData("/assets/dot-AAAAAAAA.png", "image/png", "public, max-age=31536000, immutable")]
    [InlineData("/assets/module-AAAAAAAA.wasm", "application/wasm", "public, max-age=31536000, immutable")]
    public async Task AFileComesWithItsTypeAndOnlyHashedOnesAreKeptForEver(string path, string type, string cache)
    {
        await using var server = await StartAsync();
        using var response = await AskAsync(server, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((type, cache, "Accept-Encoding"), (Header(response, "Content-Type"), Header(response, "Cache-Control"), Header(response, "Vary")));
        Assert.Equal(Files[path == "/" ? "index.html" : path[1..]], await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData(Script, 200)]
    [InlineData("/favicon.svg", 200)]
    [InlineData("/health", 200)]
    [InlineData("/nothing", 404)]
    public async Task EveryAnswerHasTheHeadersThatKeepThePageToItself(string path, int status)
    {
        await using var server = await StartAsync();
        using var response = await AskAsync(server, path);
        Assert.Equal(status, (int)response.StatusCode);
        AssertGuarded(response, server.Port);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Script)]
    [InlineData("/favicon.svg")]
    public async Task AForeignHostGetsNoFile(string path)
    {
        await using var server = await StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{server.Port}{path}");
        request.Headers.Host = $"evil.example:{server.Port}";
        using var response = await http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        AssertGuarded(response, server.Port);
    }

    [Theory]
    [InlineData("/index.html")]
    [InlineData("/robots.txt")]
    [InlineData("/assets/")]
    [InlineData("/assets/index-Ab3_-9Zz.js.map")]
    [InlineData("/Assets/data.csv")]
    [InlineData("/assets/%2e%2e/index.html")]
    [InlineData("/assets/..%2findex.html")]
    [InlineData("/page.state")]
    public async Task NothingElseIsThere(string path)
    {
        await using var server = await StartAsync();
        using var response = await AskAsync(server, path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task OnlyGetAndHeadAreAllowed()
    {
        await using var server = await StartAsync();
        foreach (var method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options])
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await AskAsync(server, "/", method)).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Script)]
    public async Task HeadSaysTheSameAsGetWithoutTheFile(string path)
    {
        await using var server = await StartAsync();
        using var get = await AskAsync(server, path, accept: "br");
        using var head = await AskAsync(server, path, HttpMethod.Head, "br");
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        foreach (var name in (string[])["Content-Type", "Content-Length", "Content-Encoding", "ETag", "Cache-Control"]) Assert.Equal(Header(get, name), Header(head, name));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task HealthAnswersHead()
    {
        await using var server = await StartAsync();
        using var response = await AskAsync(server, "/health", HttpMethod.Head);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip;q=1.0, br;q=0", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("identity", null)]
    [InlineData("deflate", null)]
    [InlineData("", null)]
    [InlineData("gzip;q=0", null)]
    public async Task TheEncodingIsOneThatTheBrowserTakes(string accept, string? encoding)
    {
        await using var server = await StartAsync();
        using var response = await AskAsync(server, Script, accept: accept);
        Assert.Equal(encoding, Header(response, "Content-Encoding"));
        await using var body = await response.Content.ReadAsStreamAsync(Cancellation);
        await using Stream plain = encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        Assert.Equal(ScriptText, await reader.ReadToEndAsync(Cancellation));
    }

    [Theory]
    [InlineData("/assets/dot-AAAAAAAA.png")]
    [InlineData("/favicon.svg")]
    public async Task WhatWouldNotGetSmallerIsSentAsItIs(string path)
    {
        await using var server = await StartAsync();
        using var response = await AskAsync(server, path, accept: "br, gzip");
        Assert.Null(Header(response, "Content-Encoding"));
    }

    [Fact]
    public async Task ACompressedFormIsMadeOnce()
    {
        var file = PageFile.From("assets/a.js", Encoding.UTF8.GetBytes(ScriptText))!;
        var brotli = new AcceptedEncodings(Brotli: true, Gzip: false);
        var forms = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => file.For(brotli), Cancellation)));
        Assert.All(forms, f => Assert.Same(forms[0], f));
    }

    [Fact]
    public async Task AFileThatTheBrowserHasIsNotSentAgain()
    {
        await using var server = await StartAsync();
        using var first = await AskAsync(server, "/", accept: "br");
        var tag = Header(first, "ETag")!;
        foreach (var known in (string[])[tag, $"\"other\", {tag}", "W/" + tag, "*"])
        {
            using var again = await AskAsync(server, "/", accept: "br", known: known);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(tag, Header(again, "ETag"));
            Assert.Equal("Accept-Encoding", Header(again, "Vary"));
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancellation));
        }
        using var other = await AskAsync(server, "/", accept: "br", known: "\"other\"");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task EachEncodingHasItsOwnTag()
    {
        await using var server = await StartAsync();
        var tags = new List<string?>();
        foreach (var accept in (string[])["br", "gzip", "identity"])
        {
            using var response = await AskAsync(server, Script, accept: accept);
            tags.Add(Header(response, "ETag"));
        }
        Assert.Equal(3, tags.Distinct().Count());
    }

    [Theory]
    [InlineData(nameof(PageState.NodeMissing), "Node.js 20.19 or later was not found when this server was built; install it and build again.")]
    [InlineData(nameof(PageState.Skipped), "BuildPage=false")]
    public async Task WithoutAPageTheServerSaysWhatToDo(string state, string reason)
    {
        await using var server = await StartAsync(Enum.Parse<PageState>(state));
        using var response = await AskAsync(server, "/");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(reason, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        AssertGuarded(response, server.Port);
        using var script = await AskAsync(server, Script);
        Assert.Equal(HttpStatusCode.NotFound, script.StatusCode);
    }

    [Fact]
    public void TheFilesAreReadOnce()
    {
        var reads = 0;
        var files = new PageFiles(PageState.Built, () =>
        {
            reads++;
            return Files;
        });
        Assert.Equal(0, reads);
        Assert.NotNull(files.Find("/"));
        Assert.Null(files.Find("/nothing"));
        Assert.Equal(1, reads);
    }

    [Fact]
    public void TheBuiltPageHasAllThatItsFirstFileNames()
    {
        var files = EmbeddedPage.Files();
        Assert.SkipUnless(files.State == PageState.Built, MissingPage.Reason(files.State));
        var html = Encoding.UTF8.GetString(files.Find("/")!.For(default).Bytes.Span);
        var named = System.Text.RegularExpressions.Regex.Matches(html, "(?:src|href)=\"\\.?(/[^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Contains(named, n => n.EndsWith(".js", StringComparison.Ordinal));
        Assert.All(named, n => Assert.NotNull(files.Find(n)));
        Assert.All(named.Where(n => n.StartsWith("/assets/", StringComparison.Ordinal)), n => Assert.True(files.Find(n)!.IsHashed, n));
    }

    static void AssertGuarded(HttpResponseMessage response, int port)
    {
        var policy = Header(response, "Content-Security-Policy")!.Split("; ");
        Assert.Equal(
            [
                "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "worker-src 'self'",
                "manifest-src 'self'", $"connect-src 'self' ws://127.0.0.1:{port} ws://localhost:{port}", "base-uri 'none'", "form-action 'none'",
                "frame-ancestors 'none'",
            ],
            policy);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("DENY", Header(response, "X-Frame-Options"));
        foreach (var device in (string[])["camera", "microphone", "geolocation", "usb", "payment"])
            Assert.Contains($"{device}=()", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Null(Header(response, "Server"));
    }
}
