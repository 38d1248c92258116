using System.Text.Json.Nodes;
using Rtemis.Client;
using Rtemis.Data;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.EndToEnd.Tests;

/// <summary>Results are saved as files by the running program, and R reads them without any package.</summary>
public sealed class SaveTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rtemis-save-");

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task EveryKindOfJobIsSavedAndRReadsItDigitByDigit()
    {
        Assert.SkipUnless(InR.IsThere, "Rscript is not on the PATH.");
        await using var server = await ServerProcess.StartAsync("--save-root", _folder.FullName);
        await using var client = await server.ConnectAsync();
        var data = await PrepareAsync(client);
        var features = new JsonObject { ["features"] = new JsonArray("Sepal.Length", "Sepal.Width", "Petal.Length", "Petal.Width") };
        var train = await EndedAsync(client, await client.SubmitAsync(Methods.Train, data, "CART", null, Cancellation));
        var decomp = await EndedAsync(client, await client.SubmitAsync(Methods.Decomp, data, "PCA", features, Cancellation));
        var cluster = await EndedAsync(client, await client.SubmitAsync(Methods.Cluster, data, "KMeans", features, Cancellation));
        await SaveAndCompareAsync(client, train, "train", "CART", "varimp", "predictions", "roc", "session");
        await SaveAndCompareAsync(client, decomp, "decomp", "PCA", "transformed", "loadings");
        await SaveAndCompareAsync(client, cluster, "cluster", "KMeans", "assignments");
    }

    [Fact]
    public async Task TheDocumentsAreInRWhatJsonliteMakesOfThem()
    {
        Assert.SkipUnless(InR.IsThere, "Rscript is not on the PATH.");
        await using var server = await ServerProcess.StartAsync("--save-root", _folder.FullName);
        await using var client = await server.ConnectAsync();
        var data = await PrepareAsync(client);
        var folds = new JsonObject { ["outer_resampling_config"] = new JsonObject { ["type"] = "KFold", ["n_resamples"] = 3 } };
        var job = await EndedAsync(client, await client.SubmitAsync(Methods.Train, data, "CART", folds, Cancellation));
        var saved = await client.SaveAsync(job, _folder.FullName, "all", Cancellation);
        string[] documents = ["summary", "metrics", "record", "raw"];
        foreach (var name in documents)
        {
            var json = (await client.ResultAsync(job, name, Cancellation)).GetRawText();
            await File.WriteAllTextAsync(Path.Combine(_folder.FullName, name + ".json"), json, Cancellation);
        }
        var said = await InR.RunAsync("documents.R", [saved.Path, .. documents]);
        Assert.SkipWhen(said is ["no jsonlite"], "The R package jsonlite is not installed.");
        Assert.Equal(documents.Select(name => $"{name} TRUE"), said);
    }

    [Fact]
    public async Task ARefusalNamesTheFieldAndWritesNothing()
    {
        await using var server = await ServerProcess.StartAsync(
            "--save-root", Path.Combine(_folder.FullName, "a"), "--save-root", Path.Combine(_folder.FullName, "b"));
        await using var client = await server.ConnectAsync();
        var job = await EndedAsync(client, await client.SubmitAsync(Methods.Train, await PrepareAsync(client), "CART", null, Cancellation));
        await RefusedAsync(job, "", null, ErrorCodes.InvalidParams, "`dir` is required.");
        await RefusedAsync("job-none", _folder.FullName, null, ErrorCodes.NotFound, "Unknown job_id 'job-none'.");
        await RefusedAsync(job, _folder.FullName, null, ErrorCodes.InvalidParams, $"(got \"{_folder.FullName}\").");
        await RefusedAsync(job, Path.Combine(_folder.FullName, "a", "..", "c"), null, ErrorCodes.InvalidParams, "--save-root");
        await RefusedAsync(job, Path.Combine(_folder.FullName, "b"), "..", ErrorCodes.InvalidParams, "`filename` is no name of a file (got \"..\").");
        Assert.Empty(_folder.GetFileSystemInfos());

        var saved = await client.SaveAsync(job, Path.Combine(_folder.FullName, "b"), "../x", Cancellation);
        Assert.Equal(Path.Combine(_folder.FullName, "b", "x.rds"), saved.Path);
        var again = await client.SaveAsync(job, Path.Combine(_folder.FullName, "b"), "x.rds", Cancellation);
        Assert.Equal([saved.Path], Directory.GetFileSystemEntries(_folder.FullName, "*", SearchOption.AllDirectories).Where(File.Exists));
        Assert.Equal(again.Bytes, new FileInfo(saved.Path).Length);

        async Task RefusedAsync(string id, string dir, string? name, string code, string words)
        {
            var refused = await Assert.ThrowsAsync<ServerErrorException>(() => client.SaveAsync(id, dir, name, Cancellation));
            Assert.Equal(code, refused.Error.Code);
            Assert.Contains(words, refused.Error.Message, StringComparison.Ordinal);
        }
    }

    async Task SaveAndCompareAsync(RtemisClient client, string job, string type, string algorithm, params string[] slices)
    {
        var saved = await client.SaveAsync(job, Path.Combine(_folder.FullName, "results"), cancellation: Cancellation);
        Assert.Equal((Path.Combine(_folder.FullName, "results", $"{type}_{job}.rds"), new FileInfo(saved.Path).Length), (saved.Path, saved.Bytes));

        await using var file = File.OpenRead(saved.Path);
        var result = Assert.IsType<RList>(RdsFile.Read(file, cancellation: Cancellation));
        Assert.True(result.Inherits("rtemis_result"));
        Assert.Equal((string?[])[type, algorithm, job, "native"], ((string[])["type", "algorithm", "job_id", "engine"]).Select(n => Text(result.Find(n))));
        var columns = new List<string>();
        foreach (var slice in slices)
        {
            Assert.True(RDataFrame.IsDataFrame(result.Find(slice)!), slice);
            columns.AddRange((await client.ResultTableAsync(job, slice, Cancellation))!.Columns.Select(Shown));
        }
        Assert.Equal(columns, await InR.RunAsync("saved.R", [saved.Path, .. slices]));
    }

    static string? Text(RObject? value) => Assert.IsType<RCharacter>(value).Values.Span[0];

    // A column with all digits; texts and categories alike.
    static string Shown(Column column) =>
        $"{column.Name}: " + string.Join(' ', Enumerable.Range(0, column.Length).Select(i => column.IsMissing(i) ? "NA" : Cell(column, i)));

    static string Cell(Column column, int i) => column switch
    {
        DoubleColumn c => BitConverter.DoubleToInt64Bits(c.Values.Span[i]).ToString("x16", null),
        IntegerColumn c => c.Values.Span[i].ToString("D", null),
        LogicalColumn c => c.Values[i] ? "TRUE" : "FALSE",
        FactorColumn c => c.Levels[c.Codes.Span[i]],
        TextColumn c => c.Values.Span[i]!,
        _ => throw new NotSupportedException(column.Type.ToString()),
    };

    static async Task<string> PrepareAsync(RtemisClient client)
    {
        await client.CreateSessionAsync(cancellation: Cancellation);
        return (await client.UploadAsync("iris", SampleTable.Arrow("iris"), Cancellation)).DataHandle;
    }

    static async Task<string> EndedAsync(RtemisClient client, SubmittedResult submitted)
    {
        ServerEvent? last = null;
        await foreach (var happened in client.FollowAsync(submitted.JobId, Cancellation)) last = happened;
        Assert.True(last!.Name == EventNames.JobComplete, last.Data.GetRawText());
        return submitted.JobId;
    }
}
