using Rtemis.Client;
using Rtemis.Data;
using Rtemis.Protocol;

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
        await using var session = await ReadyAsync(server);
        var data = await UploadAsync(session);
        string[] features = ["Sepal.Length", "Sepal.Width", "Petal.Length", "Petal.Width"];
        var train = await CompleteAsync(session, data, new TrainRequest("CART"));
        var decomp = await CompleteAsync(session, data, new DecomposeRequest("PCA") { Features = features });
        var cluster = await CompleteAsync(session, data, new ClusterRequest("KMeans") { Features = features });
        await SaveAndCompareAsync(train, "train", "CART", "varimp", "predictions", "roc", "session");
        await SaveAndCompareAsync(decomp, "decomp", "PCA", "transformed", "loadings");
        await SaveAndCompareAsync(cluster, "cluster", "KMeans", "assignments");
    }

    [Fact]
    public async Task TheDocumentsAreInRWhatJsonliteMakesOfThem()
    {
        Assert.SkipUnless(InR.IsThere, "Rscript is not on the PATH.");
        await using var server = await ServerProcess.StartAsync("--save-root", _folder.FullName);
        await using var session = await ReadyAsync(server);
        var data = await UploadAsync(session);
        var job = await CompleteAsync(session, data, new TrainRequest("CART") { OuterResampling = Resampling.KFold(3) });
        var saved = await job.Results.SaveAsync(_folder.FullName, "all", Cancellation);
        string[] documents = ["summary", "metrics", "record", "raw"];
        foreach (var name in documents)
        {
            var json = (await job.Results.DocumentAsync(name, Cancellation)).GetRawText();
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
        await using var session = await ReadyAsync(server);
        var job = await CompleteAsync(session, await UploadAsync(session), new TrainRequest("CART"));
        await RefusedAsync(job, "", null, ErrorCodes.InvalidParams, "`dir` is required.");
        await RefusedAsync(session.Job("job-none"), _folder.FullName, null, ErrorCodes.NotFound, "Unknown job_id 'job-none'.");
        await RefusedAsync(job, _folder.FullName, null, ErrorCodes.InvalidParams, $"(got \"{_folder.FullName}\").");
        await RefusedAsync(job, Path.Combine(_folder.FullName, "a", "..", "c"), null, ErrorCodes.InvalidParams, "--save-root");
        await RefusedAsync(job, Path.Combine(_folder.FullName, "b"), "..", ErrorCodes.InvalidParams, "`filename` is no name of a file (got \"..\").");
        Assert.Empty(_folder.GetFileSystemInfos());

        var saved = await job.Results.SaveAsync(Path.Combine(_folder.FullName, "b"), "../x", Cancellation);
        Assert.Equal(Path.Combine(_folder.FullName, "b", "x.rds"), saved.Path);
        var again = await job.Results.SaveAsync(Path.Combine(_folder.FullName, "b"), "x.rds", Cancellation);
        Assert.Equal([saved.Path], Directory.GetFileSystemEntries(_folder.FullName, "*", SearchOption.AllDirectories).Where(File.Exists));
        Assert.Equal(again.Bytes, new FileInfo(saved.Path).Length);

        async Task RefusedAsync(RtemisJob saving, string dir, string? name, string code, string words)
        {
            var refused = await Assert.ThrowsAsync<ServerErrorException>(() => saving.Results.SaveAsync(dir, name, Cancellation));
            Assert.Equal(code, refused.Error.Code);
            Assert.Contains(words, refused.Error.Message, StringComparison.Ordinal);
        }
    }

    async Task SaveAndCompareAsync(RtemisJob job, string type, string algorithm, params string[] slices)
    {
        var saved = await job.Results.SaveAsync(Path.Combine(_folder.FullName, "results"), cancellation: Cancellation);
        Assert.Equal((Path.Combine(_folder.FullName, "results", $"{type}_{job.Id}.rds"), new FileInfo(saved.Path).Length), (saved.Path, saved.Bytes));

        await using var file = File.OpenRead(saved.Path);
        var result = Assert.IsType<RList>(RdsFile.Read(file, cancellation: Cancellation));
        Assert.True(result.Inherits("rtemis_result"));
        Assert.Equal((string?[])[type, algorithm, job.Id, "native"], ((string[])["type", "algorithm", "job_id", "engine"]).Select(n => Text(result.Find(n))));
        var columns = new List<string>();
        foreach (var slice in slices)
        {
            Assert.True(RDataFrame.IsDataFrame(result.Find(slice)!), slice);
            columns.AddRange((await job.Results.TableAsync(slice, Cancellation)).Columns.Select(Shown));
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

    static async Task<RtemisSession> ReadyAsync(ServerProcess server)
    {
        await using var client = await server.ConnectAsync();
        return await client.CreateSessionAsync(cancellation: Cancellation);
    }

    static Task<RtemisTable> UploadAsync(RtemisSession session) => session.UploadFrameAsync("iris", SampleTable.Arrow("iris"), Cancellation);

    static async Task<RtemisJob> CompleteAsync(RtemisSession session, RtemisTable table, JobRequest request)
    {
        var job = await session.SubmitAsync(table, request, Cancellation);
        await job.WaitAsync(Cancellation);
        return job;
    }
}
