using System.Text.Json;
using System.Text.RegularExpressions;
using Rtemis.Client;
using Rtemis.Protocol;

namespace Rtemis.EndToEnd.Tests;

/// <summary>What other users of the machine can see of a running server: not the token, not the tables, not the results.</summary>
public sealed partial class PrivacyTests
{
    const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ATokenFileIsMadeForItsOwnerAloneAndKeepsItsTokenAtTheNextStart()
    {
        var folder = Directory.CreateTempSubdirectory("end-to-end-").FullName;
        var file = Path.Combine(folder, "token");
        string token;
        await using (var first = await ServerProcess.StartAsync("--token-file", file))
        {
            token = (await File.ReadAllTextAsync(file, Cancellation)).Trim();
            if (!OperatingSystem.IsWindows()) Assert.Equal(OwnersFile, File.GetUnixFileMode(file));
            Assert.Contains($"token       in {file}", first.Banner, StringComparison.Ordinal);
            Assert.DoesNotContain(token, first.Banner + first.Log, StringComparison.Ordinal);
            await using var client = await RtemisClient.ConnectAsync(first.Address, token, null, Cancellation);
        }
        await using (var second = await ServerProcess.StartAsync("--token-file", file))
        {
            await using var client = await RtemisClient.ConnectAsync(second.Address, token, null, Cancellation);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task ATokenFileThatOthersCanReadEndsTheProgramWithItsName()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A file has a Unix mode.");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "secret-token\n", Cancellation);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, OwnersFile | UnixFileMode.GroupRead);
        var (exitCode, output) = await ServerProcess.RunToEndAsync("--token-file", file);
        Assert.Equal(2, exitCode);
        Assert.Contains($"token_file '{file}': must be its owner's alone; its mode is 640", output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", output, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task ATokenOnTheCommandLineIsWarnedOfAndOneInAVariableIsNot()
    {
        const string warning = "can read the token in the list of processes";
        await using (var seen = await ServerProcess.StartAsync()) await Eventually.TrueAsync(() => seen.Log.Contains(warning, StringComparison.Ordinal));
        await using var unseen = await ServerProcess.StartWithAsync(new() { ["RTEMISLIVE_TOKEN"] = ServerProcess.Token }, "--verbosity", "2");
        await using (var client = await unseen.ConnectAsync()) await (await client.CreateSessionAsync(cancellation: Cancellation)).DisposeAsync();
        await Eventually.TrueAsync(() => unseen.Log.Contains("opened", StringComparison.Ordinal));
        Assert.DoesNotContain(warning, unseen.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NeitherTokenNorDumpsReachADaemonAndNoCoreIsWritten()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is needed.");
        Dictionary<string, string> environment = new()
        {
            ["RTEMISLIVE_TOKEN"] = ServerProcess.Token,
            ["DOTNET_DbgMiniDumpType"] = "4",
            ["DOTNET_DbgMiniDumpName"] = "/nowhere/core",
            ["DOTNET_EnableCrashReportOnly"] = "0",
        };
        await using var server = await ServerProcess.StartWithAsync(environment, "--n-daemons", "2");
        await Eventually.TrueAsync(() => server.Daemons.Count == 2);
        Assert.DoesNotContain(ServerProcess.Token, await ReadAsync(server.Id, "cmdline"), StringComparison.Ordinal);
        foreach (var pid in server.Daemons)
        {
            Assert.DoesNotContain(ServerProcess.Token, await ReadAsync(pid, "cmdline"), StringComparison.Ordinal);
            var variables = (await ReadAsync(pid, "environ")).Split('\0', StringSplitOptions.RemoveEmptyEntries);
            Assert.NotEmpty(variables);
            Assert.DoesNotContain(variables, v => v.Contains(ServerProcess.Token, StringComparison.Ordinal));
            Assert.DoesNotContain(variables, v => v.StartsWith("RTEMISLIVE_", StringComparison.Ordinal) || v.Contains("Dump", StringComparison.Ordinal));
        }
        foreach (var pid in (int[])[server.Id, .. server.Daemons])
            Assert.Matches(NoCore(), await ReadAsync(pid, "limits"));
    }

    [Fact]
    public async Task AllThatTheServerWritesIsItsOwnersAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A file has a Unix mode.");
        var temporary = Directory.CreateTempSubdirectory("end-to-end-").FullName;
        await using (var server = await ServerProcess.StartAsync("--state-dir", Path.Combine(temporary, "state")))
        {
            await using var client = await server.ConnectAsync();
            await using var session = await client.CreateSessionAsync(cancellation: Cancellation);
            var table = await session.UploadFrameAsync("iris", SampleTable.Arrow("iris"), Cancellation);
            await session.Connection.CallAsync(
                Methods.DataUploadBegin, JsonSerializer.SerializeToElement(new { name = "half", total_bytes = 1000, n_chunks = 2 }), null, Cancellation);
            var job = await session.SubmitAsync(table, new TrainRequest("CART"), Cancellation);
            await job.WaitAsync(Cancellation);
            var entries = new DirectoryInfo(temporary).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).ToList();
            // A table, a half upload, and what a result consists of.
            Assert.True(entries.OfType<FileInfo>().Count() > 4);
            if (!OperatingSystem.IsWindows())
                Assert.All(entries, e => Assert.True(e.UnixFileMode == (e is DirectoryInfo ? OwnersFolder : OwnersFile), $"{e.FullName}: {e.UnixFileMode}"));
        }
        Directory.Delete(temporary, recursive: true);
    }

    static Task<string> ReadAsync(int pid, string file) => File.ReadAllTextAsync($"/proc/{pid}/{file}", Cancellation);

    [GeneratedRegex(@"Max core file size\s+0\s+0\s")]
    private static partial Regex NoCore();
}
