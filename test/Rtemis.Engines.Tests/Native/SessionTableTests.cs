using Rtemis.Data;
using Rtemis.Engines.Native.Tables;
using Rtemis.Learning.Running;

namespace Rtemis.Engines.Tests.Native;

public sealed class SessionTableTests
{
    [Fact]
    public void StepsAreListedBelowTheirParents()
    {
        var context = new RunContext();
        var root = context.Begin("train", "A B");
        var first = root.Context.Begin("outer_fold", "1/2");
        first.Context.Begin("train_alg", "A");
        first.Fail();
        var second = root.Context.Begin("outer_fold", "2/2");
        second.Context.Begin("train_alg", "A").Complete();
        second.Complete();
        root.Complete();

        var slice = SessionTable.Of(context.Timeline);
        Assert.Equal(["train A B", "  outer_fold 1/2", "    train_alg A", "  outer_fold 2/2", "    train_alg A #1"], Texts(slice, "label"));
        Assert.Equal(["ok", "error", "running", "ok", "ok"], Texts(slice, "status"));
        Assert.Equal(["label", "start", "end", "kind", "status", "failed", "tip"], slice.Table.Columns.Select(c => c.Name));
        var failed = (LogicalColumn)slice.Table.Find("failed")!;
        Assert.Equal([false, true, false, false, false], Enumerable.Range(0, 5).Select(i => failed.Values[i]));
        Assert.Matches("^outer_fold 1/2—.*ms \\[error\\]$", Texts(slice, "tip").ElementAt(1));
        Assert.Equal("{\"train\":\"#808080\",\"outer_fold\":\"#BE2E5F\",\"train_alg\":\"#6CA3A0\"}", slice.Extra!["colors"]!.ToJsonString());
    }

    [Fact]
    public void ANumberThatIsTakenIsPassedOver()
    {
        var context = new RunContext();
        foreach (var label in (string[])["a", "a #1", "a"]) context.Begin(label).Complete();
        Assert.Equal(["a", "a #1", "a #2"], Texts(SessionTable.Of(context.Timeline), "label"));
    }

    static IEnumerable<string?> Texts(ResultTable slice, string column) => slice.Table.Find(column) switch
    {
        FactorColumn factor => factor.Codes.ToArray().Select(c => (string?)factor.Levels[c]),
        var other => ((TextColumn)other!).Values.ToArray(),
    };
}
