using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Engines.Native;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Clustering;

namespace Rtemis.Engines.Tests.Conformance;

/// <summary>The native engine answers as rtemis in R did, slice by slice, through a folder on disk.</summary>
public sealed class ConformanceTests(ITestOutputHelper output) : IDisposable
{
    static readonly string[] Tables = ["varimp", "predictions", "roc", "transformed", "loadings"];
    static readonly string[] Documents = ["summary", "metrics", "record"];

    readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public static TheoryData<string> Jobs => [.. Offered.Jobs("train-"), .. Offered.Jobs("decomp-")];

    public static TheoryData<string> Clusterings => [.. Offered.Jobs("cluster-")];

    [Theory]
    [MemberData(nameof(Jobs))]
    public void SlicesAgree(string name)
    {
        var job = GoldenJob.Read(name);
        var (folder, _) = Run(job);
        if (job.IsRandom)
        {
            var summary = JsonNode.Parse(File.ReadAllBytes(folder.DocumentPath("summary")!));
            Assert.Empty(HeadlineDiff.Compare(summary!, job.Slices["summary"]!["result"]!));
            foreach (var slice in Tables.Where(s => job.Slices[s]?["table"] is not null))
            {
                Assert.Equal(
                    job.Slices[slice]!["table"]!["columns"]!.AsObject().Select(c => c.Key), ReadTable(folder, slice)?.Columns.Select(c => c.Name));
            }
            return;
        }
        var diff = new TableDiff(job.Tolerance);
        foreach (var slice in Tables.Where(s => job.Slices[s] is not null))
            diff.Compare(ReadTable(folder, slice), job.Slices[slice]!["table"], slice, upToSign: job.Type == JobType.Decompose);
        var problems = diff.Problems.ToList();
        foreach (var slice in Documents)
        {
            if (job.Slices[slice]?["result"] is not { } theirs) continue;
            var mine = JsonNode.Parse(File.ReadAllBytes(folder.DocumentPath(slice)!));
            problems.AddRange(JsonDiff.Compare(mine, theirs, slice));
            problems.AddRange(JsonDiff.CompareOrder(mine, theirs, slice));
        }
        Assert.Empty(problems);
        output.WriteLine($"{name}: largest difference {diff.Largest:E1}");
    }

    [Theory]
    [MemberData(nameof(Jobs))]
    public void SessionHasTheRecordedSteps(string name)
    {
        var job = GoldenJob.Read(name);
        if (job.Slices["session"] is not { } session) return;
        var (folder, _) = Run(job);
        var mine = ReadTable(folder, "session")!;
        foreach (var column in (string[])["label", "kind", "status"])
        {
            var factor = (FactorColumn)mine.Find(column)!;
            Assert.Equal(
                session["table"]!["columns"]![column]!.AsArray().Select(v => v!.GetValue<string>()),
                factor.Codes.ToArray().Select(c => factor.Levels[c]));
        }
        Assert.Equal(session["result"]!["colors"]!.ToJsonString(), folder.Table("session")!.Extra!["colors"]!.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Jobs))]
    [MemberData(nameof(Clusterings))]
    public void ProgressComesInTheRecordedOrder(string name)
    {
        var job = GoldenJob.Read(name);
        var (_, messages) = Run(job);
        var mine = messages.Select(ProgressLine.Of).ToList();
        // The recordings miss single messages, since the reference drops what it can't send at once: all that is there must come, in its order.
        var at = 0;
        foreach (var line in job.Events.Select(ProgressLine.Of).OfType<string>())
        {
            var found = mine.FindIndex(at, m => m == line);
            Assert.True(found >= 0, $"'{line}' is missing after {at} of:\n{string.Join('\n', mine)}");
            at = found + 1;
        }
    }

    [Theory]
    [MemberData(nameof(Clusterings))]
    public void ClustersAgree(string name)
    {
        var job = GoldenJob.Read(name);
        var (folder, _) = Run(job);
        foreach (var slice in (string[])["summary", "record"])
        {
            var mine = JsonNode.Parse(File.ReadAllBytes(folder.DocumentPath(slice)!));
            Assert.Empty(JsonDiff.Compare(mine, job.Slices[slice]!["result"], slice));
            Assert.Empty(JsonDiff.CompareOrder(mine, job.Slices[slice]!["result"]!, slice));
        }
        var clusters = Assert.IsType<IntegerColumn>(Assert.Single(ReadTable(folder, "assignments")!.Columns));
        Assert.Equal("cluster", clusters.Name);
        int[] recorded = [.. job.Slices["assignments"]!["table"]!["columns"]!["cluster"]!.AsArray().Select(c => c!.GetValue<int>())];
        Assert.Equal(recorded.Distinct().Order(), clusters.Values.ToArray().Distinct().Order());
        // The reference's clusters are one random draw of several optima, with numbers that mean nothing.
        if (job.IsRandom) Assert.InRange(AdjustedRand.Of(recorded, clusters.Values.ToArray()), 0.7, 1);
        else Assert.Equal(recorded, clusters.Values.ToArray());
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    (ResultFolder Folder, List<RunMessage> Messages) Run(GoldenJob job)
    {
        var engine = new NativeEngine();
        var messages = new List<RunMessage>();
        var request = engine.Parse(job.Type, job.Parameters);
        var bundle = engine.CreateRunner().Run(request, new JobInput(GoldenTable.Read(job.Data)), new RunContext(messages.Add, seed: request.Seed));
        ResultFolder.Write(_folder, bundle);
        return (ResultFolder.Open(_folder), messages);
    }

    static Table? ReadTable(ResultFolder folder, string slice) =>
        folder.Table(slice)?.Path is { } path ? ArrowStreamReader.Read(File.ReadAllBytes(path)) : null;
}
