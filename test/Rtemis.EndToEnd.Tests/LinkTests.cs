using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rtemis.Client;
using Rtemis.Protocol;

namespace Rtemis.EndToEnd.Tests;

/// <summary>The address that the program prints: it opens the page, lets in once, and is written nowhere else.</summary>
public sealed partial class LinkTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static async Task<JsonNode> ShowAsync(Uri address, string code)
    {
        var speaker = await Speaker.ConnectAsync(address);
        var answer = await speaker.AskAsync(new() { ["v"] = 1, ["id"] = "a", ["method"] = Methods.Auth, ["params"] = new JsonObject { ["code"] = code } }, null);
        await speaker.LeaveAsync();
        return answer;
    }

    [Fact]
    public async Task TheBannerHasOneLinkThatLetsInOnceAndTheLogNeverHasTheCode()
    {
        await using var server = await ServerProcess.StartAsync("--verbosity", "2");
        Assert.StartsWith($"http://127.0.0.1:{server.Port}/#code=", server.Link, StringComparison.Ordinal);
        Assert.Single(server.Banner.Split('\n'), l => l.Contains(server.Code, StringComparison.Ordinal));
        Assert.EndsWith("\nPress Ctrl-C to stop.\n", server.Banner, StringComparison.Ordinal);

        using var http = new HttpClient();
        using var page = await http.GetAsync(new Uri(server.Link), Cancellation);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);

        var answer = await ShowAsync(server.Address, server.Code);
        Assert.Equal(ServerProcess.Token, answer["result"]!["token"]!.GetValue<string>());
        answer = await ShowAsync(server.Address, server.Code);
        Assert.StartsWith("This link has been used.", answer["error"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        await using (var client = await RtemisClient.ConnectAsync(server.Address, ServerProcess.Token, null, Cancellation))
            await (await client.CreateSessionAsync("s", Cancellation)).DisposeAsync();
        Assert.NotEmpty(server.Log);
        Assert.DoesNotContain(server.Code, server.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(ServerProcess.Token, server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnterInTheTerminalPrintsAnotherLink()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "A terminal is made with util-linux's script.");
        var port = ServerProcess.FreePort();
        var command = string.Create(CultureInfo.InvariantCulture, $"exec '{ServerProcess.Program}' --port {port} --verbosity 0");
        var info = new ProcessStartInfo("/usr/bin/script", ["-qec", command, "/dev/null"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var terminal = Process.Start(info)!;
        try
        {
            var first = await NextAsync(terminal, Code());
            await NextAsync(terminal, EnterPrompt());
            await terminal.StandardInput.WriteAsync("\n");
            await terminal.StandardInput.FlushAsync(Cancellation);
            var second = await NextAsync(terminal, Code());
            Assert.NotEqual(first, second);
            var address = new Uri($"ws://127.0.0.1:{port}/");
            foreach (var code in (string[])[second, first]) Assert.NotNull((await ShowAsync(address, code))["result"]);

            // Control-C, as the keyboard sends it.
            await terminal.StandardInput.WriteAsync("\u0003");
            await terminal.StandardInput.FlushAsync(Cancellation);
            await terminal.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
            Assert.Equal(0, terminal.ExitCode);
        }
        finally
        {
            if (!terminal.HasExited) terminal.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task OpenHandsTheDesktopALinkOfItsOwn()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The desktop's program is xdg-open here.");
        var folder = Directory.CreateTempSubdirectory("end-to-end-").FullName;
        var (program, opened) = (Path.Combine(folder, "xdg-open"), Path.Combine(folder, "opened"));
        await File.WriteAllTextAsync(program, $"#!/bin/sh\necho \"$1\" > {opened}.new && mv {opened}.new {opened}\n", Cancellation);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var path = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
        await using (var server = await ServerProcess.StartWithAsync(new() { ["PATH"] = path }, "--open"))
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            patience.CancelAfter(Patience);
            while (!File.Exists(opened))
            {
                Assert.False(patience.IsCancellationRequested, "No address was opened.");
                await Task.Yield();
            }
            var link = (await File.ReadAllTextAsync(opened, Cancellation)).Trim();
            Assert.NotEqual(server.Link, link);
            Assert.NotNull((await ShowAsync(server.Address, Code().Match(link).Groups[1].Value))["result"]);
            Assert.NotNull((await ShowAsync(server.Address, server.Code))["result"]);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task ABrowserThatCannotBeOpenedIsOnlyLoggedWithoutTheLink()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The desktop's program is xdg-open here.");
        // The program is started by its path: it needs no PATH, and without one there is no xdg-open.
        await using var server = await ServerProcess.StartWithAsync(new() { ["PATH"] = "/nowhere" }, "--open");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        while (!server.Log.Contains("No browser could be opened", StringComparison.Ordinal))
        {
            Assert.False(patience.IsCancellationRequested, server.Log);
            await Task.Yield();
        }
        Assert.DoesNotContain("#code=", server.Log, StringComparison.Ordinal);
        await using var client = await server.ConnectAsync();
    }

    static async Task<string> NextAsync(Process terminal, Regex wanted)
    {
        while (true)
        {
            var line = await terminal.StandardOutput.ReadLineAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation);
            Assert.NotNull(line);
            if (wanted.Match(line) is { Success: true } match) return match.Groups[1].Value;
        }
    }

    [GeneratedRegex(@"#code=([A-Za-z0-9_-]+)")]
    private static partial Regex Code();

    [GeneratedRegex(@"^(Press Enter for a new link, Ctrl-C to stop\.)")]
    private static partial Regex EnterPrompt();
}
