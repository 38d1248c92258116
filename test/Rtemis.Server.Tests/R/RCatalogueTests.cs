using System.Text.Json;
using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Server.Daemons.R;
using Rtemis.Server.Options;

namespace Rtemis.Server.Tests.R;

/// <summary>What the installed rtemis offers is what clients are told, and every question is answered.</summary>
[Collection(RTests.Name)]
public sealed class RCatalogueTests(StandInLibrary library)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheCatalogueIsThatOfTheInstalledPackage()
    {
        await using var r = await RServer.StartAsync(library);
        var listed = await AskAsync(r, Methods.Algorithms);
        Assert.Equal(
            ["Crashing", "Failing", "GLM", "Hungry", "Parent", "Quitting", "Slow", "Stubborn", "Warning"],
            listed.GetProperty("algorithms").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
        var glm = await AskAsync(r, Methods.AlgorithmDescribe, new { name = "glm" });
        Assert.Equal("Generalized Linear Model", glm.GetProperty("description").GetString());
        var (ifw, link) = (glm.GetProperty("hyperparameters")[0], glm.GetProperty("hyperparameters")[1]);
        Assert.Equal(("ifw", "logical", false, true), (Text(ifw, "name"), Text(ifw, "type"), ifw.GetProperty("default").GetBoolean(), ifw.GetProperty("tunable").GetBoolean()));
        Assert.Equal(("link", "character", "identity"), (Text(link, "name"), Text(link, "type"), Text(link, "default")));
        Assert.Equal(["identity", "log"], link.GetProperty("choices").EnumerateArray().Select(c => c.GetString()));
        // A default that names another parameter is that one's.
        var pca = await AskAsync(r, Methods.DecompAlgorithmDescribe, new { name = "PCA" });
        Assert.Equal("logical", Text(pca.GetProperty("hyperparameters")[2], "type"));
        var resampler = await AskAsync(r, Methods.ResamplerDescribe);
        Assert.Equal(["n_resamples", "type", "seed"], resampler.GetProperty("parameters").EnumerateArray().Select(p => Text(p, "name")));
        var preprocessor = await AskAsync(r, Methods.PreprocessorDescribe);
        Assert.Equal(["scale", "center"], preprocessor.GetProperty("parameters").EnumerateArray().Select(p => Text(p, "name")));
    }

    [Fact]
    public async Task WhatCannotBeDescribedIsAnsweredWithoutParameters()
    {
        await using var r = await RServer.StartAsync(library);
        var answer = await AskAsync(r, Methods.DecompAlgorithmDescribe, new { name = "Undescribed" });
        Assert.Equal(0, answer.GetProperty("hyperparameters").GetArrayLength());
    }

    [Fact]
    public async Task WithBothEnginesEachIsListedAndDescribedAndTheNativeOneIsTheDefault()
    {
        await using var r = await RServer.StartAsync(library, new ServerOptions { Engine = "auto" });
        await Eventually.TrueAsync(async () => (await AskAsync(r, Methods.Info)).GetProperty("engines").GetArrayLength() == 2);
        var info = await AskAsync(r, Methods.Info);
        Assert.Equal("native", Text(info, "engine"));
        var engine = info.GetProperty("engines")[1];
        Assert.Equal(("r", "1.3.7"), (Text(engine, "name"), Text(engine, "rtemis_version")));
        Assert.StartsWith("R version ", Text(engine, "r_version"), StringComparison.Ordinal);
        Assert.Contains(
            (await AskAsync(r, Methods.Algorithms, new { engine = "r" })).GetProperty("algorithms").EnumerateArray(), a => Text(a, "name") == "Stubborn");
        Assert.DoesNotContain((await AskAsync(r, Methods.Algorithms)).GetProperty("algorithms").EnumerateArray(), a => Text(a, "name") == "Stubborn");
        var refused = await Assert.ThrowsAsync<ServerErrorException>(() => AskAsync(r, Methods.Algorithms, new { engine = "python" }));
        Assert.Equal("`engine` must be one of 'native', 'r' (got 'python').", refused.Error.Message);
    }

    [Fact]
    public async Task ADeskThatWasKilledIsReplacedWithTheNextQuestion()
    {
        await using var r = await RServer.StartAsync(library);
        var desk = r.Server.Service<RDesk>();
        using (var process = System.Diagnostics.Process.GetProcessById(desk.ProcessId!.Value))
        {
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }
        var data = (await r.Client.UploadAsync("t", RTables.Numbers, Cancellation)).DataHandle;
        await Eventually.TrueAsync(() => desk.ProcessId is null);
        await r.CompleteAsync(await r.TrainAsync(data, "GLM"));
    }

    static async Task<JsonElement> AskAsync(RServer r, string method, object? parameters = null) =>
        (await r.Client.Connection.CallAsync(method, JsonSerializer.SerializeToElement(parameters ?? new { }), null, Cancellation)).Result;

    static string? Text(JsonElement owner, string member) => owner.GetProperty(member).GetString();
}
