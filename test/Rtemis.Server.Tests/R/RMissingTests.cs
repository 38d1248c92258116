using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Server.Hosting;
using Rtemis.Server.Options;

namespace Rtemis.Server.Tests.R;

/// <summary>Where R or rtemis is missing, whoever asks for it is told what is missing.</summary>
public sealed class RMissingTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AServerThatIsToRunRDoesNotStartWithoutIt()
    {
        var missing = await Assert.ThrowsAsync<EngineMissingException>(() => RunningServer.StartAsync(new ServerOptions { Engine = "r", Rscript = "/nowhere/Rscript" }));
        Assert.Equal("No R was found. Install it (https://www.r-project.org), or name its Rscript with --rscript.", missing.Message);
    }

    [Fact]
    public async Task AProgramThatIsNoRIsToldByItsLastWords()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It takes a shell script.");
        var folder = Directory.CreateTempSubdirectory("rtemis-no-r-");
        try
        {
            var program = Path.Combine(folder.FullName, "Rscript");
            await File.WriteAllTextAsync(program, "#!/bin/sh\necho 'R can not load the package rtemis' >&2\nexit 1\n", Cancellation);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            var missing = await Assert.ThrowsAsync<EngineMissingException>(() => RunningServer.StartAsync(new ServerOptions { Engine = "r", Rscript = program }));
            Assert.Equal("R ended before it answered: R can not load the package rtemis (`rtemis-server doctor` tells what is there.)", missing.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task AServerThatMayRunRGoesOnWithoutItAndSaysSoToWhoeverAsksForIt()
    {
        await using var server = await RunningServer.StartAsync(new ServerOptions { Engine = "auto", Rscript = "/nowhere/Rscript" });
        await using var client = await server.ConnectAsync();
        await client.CreateSessionAsync(cancellation: Cancellation);
        var data = (await client.UploadAsync("t", RTables.Numbers, Cancellation)).DataHandle;
        var refused = await Assert.ThrowsAsync<ServerErrorException>(
            () => client.SubmitAsync(Methods.Train, data, "GLM", new() { ["engine"] = "r" }, Cancellation));
        Assert.Equal(ErrorCodes.InvalidParams, refused.Error.Code);
        Assert.StartsWith("`engine` 'r' can't be used here: No R was found.", refused.Error.Message, StringComparison.Ordinal);
    }
}
