using Rtemis.Client;
using Rtemis.Protocol;

namespace Rtemis.EndToEnd.Tests;

/// <summary>Folder dialogs, with programs of the test in the desktop's place.</summary>
public sealed class DialogTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("end-to-end-").FullName;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheChosenFolderComesBackAndThePromptIsOneArgumentWithoutControlCharacters()
    {
        await using var server = await StartAsync($$"""for a in "$@"; do echo "[$a]"; done > {{Seen}}; echo '{{_folder}}'""");
        await using var client = await server.ConnectAsync();
        var chosen = await client.ChooseFolderAsync("--help $(touch x) `id` 'a' \"b\" ;\n\u0007\u001b[31m\u00e9", Cancellation);
        Assert.Equal(_folder, chosen);
        Assert.Equal(
            ["[--file-selection]", "[--directory]", "[--title=--help $(touch x) `id` 'a' \"b\" ;[31m\u00e9]"], await File.ReadAllLinesAsync(Seen, Cancellation));
    }

    [Fact]
    public async Task WhoCancelsGetsNoFolderAndNoError()
    {
        await using var server = await StartAsync("exit 1");
        await using var client = await server.ConnectAsync();
        Assert.Null(await client.ChooseFolderAsync(cancellation: Cancellation));
    }

    [Theory]
    [InlineData("echo no/such/folder", "The folder dialog (zenity) named no folder that exists.")]
    [InlineData("echo .", "The folder dialog (zenity) named no folder that exists.")]
    [InlineData("head -c 300000 /dev/urandom", "The folder dialog (zenity) named no folder that exists.")]
    [InlineData("exit 0", "The folder dialog (zenity) named no folder that exists.")]
    [InlineData("exit 5", "The folder dialog (zenity) failed with exit code 5.")]
    [InlineData("echo 'Gtk-WARNING: cannot open display: :99' >&2; exit 1", "No folder dialog can be shown here")]
    public async Task WhatIsNoFolderIsRefused(string script, string message)
    {
        await using var server = await StartAsync(script);
        await using var client = await server.ConnectAsync();
        var error = (await Assert.ThrowsAsync<ServerErrorException>(() => client.ChooseFolderAsync(cancellation: Cancellation))).Error;
        Assert.Equal(ErrorCodes.IoError, error.Code);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheFirstProgramIsMissingTheSecondIsAsked()
    {
        await using var server = await StartAsync($"echo '{_folder}'", "kdialog");
        await using var client = await server.ConnectAsync();
        Assert.Equal(_folder, await client.ChooseFolderAsync(cancellation: Cancellation));
    }

    [Theory]
    [InlineData(":99", "No folder dialog can be shown here: the desktop's program for it is missing (zenity or kdialog on Linux).")]
    [InlineData("", "No folder dialog can be shown here: the server has no display.")]
    public async Task WhereNoneCanBeShownTheErrorSaysWhy(string display, string message)
    {
        await using var server = await StartAsync(null, "", display);
        await using var client = await server.ConnectAsync();
        var error = (await Assert.ThrowsAsync<ServerErrorException>(() => client.ChooseFolderAsync(cancellation: Cancellation))).Error;
        Assert.Equal((ErrorCodes.IoError, message), (error.Code, error.Message));
    }

    [Fact]
    public async Task AnOpenDialogHoldsUpNothingAndGoesWithItsConnectionEvenIfItDoesNotWantTo()
    {
        await using var server = await StartAsync($"trap '' TERM INT HUP; sleep 600 & echo $$ $! > {Seen}.part; mv {Seen}.part {Seen}; while :; do wait; done");
        await using var other = await server.ConnectAsync();
        int[] processes;
        await using (var client = await server.ConnectAsync())
        {
            var open = client.ChooseFolderAsync(cancellation: Cancellation);
            await Eventually.TrueAsync(() => File.Exists(Seen));
            processes = [.. (await File.ReadAllTextAsync(Seen, Cancellation)).Split(' ').Select(int.Parse)];
            foreach (var person in (RtemisClient[])[client, other])
                await person.PingAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(5), Cancellation);
            var refusal = await Assert.ThrowsAsync<ServerErrorException>(() => other.ChooseFolderAsync(cancellation: Cancellation));
            Assert.Equal((ErrorCodes.TooMany, "A folder dialog is open already."), (refusal.Error.Code, refusal.Error.Message));
            Assert.False(open.IsCompleted);
            Assert.All(processes, p => Assert.True(ServerProcess.IsRunning(p)));
            _ = open.ContinueWith(_ => { }, TaskScheduler.Default);
        }
        await Eventually.TrueAsync(() => !processes.Any(ServerProcess.IsRunning));
        // The place is free again.
        File.Delete(Seen);
        await File.WriteAllTextAsync(Path.Combine(_folder, "zenity"), "#!/bin/sh\nexit 1\n", Cancellation);
        Assert.Null(await other.ChooseFolderAsync(cancellation: Cancellation));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    string Seen => Path.Combine(_folder, "seen");

    // The programs that a script needs are there, but no other dialog of this machine is.
    async Task<ServerProcess> StartAsync(string? script, string program = "zenity", string display = ":99")
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The programs are shell scripts, and the desktop's are these on Linux only.");
        foreach (var tool in (string[])["sleep", "mv", "head", "cat"]) File.CreateSymbolicLink(Path.Combine(_folder, tool), $"/usr/bin/{tool}");
        if (script is not null)
        {
            var path = Path.Combine(_folder, program);
            await File.WriteAllTextAsync(path, $"#!/bin/sh\n{script}\n", Cancellation);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return await ServerProcess.StartWithAsync(new() { ["PATH"] = _folder, ["DISPLAY"] = display, ["WAYLAND_DISPLAY"] = "" });
    }
}
