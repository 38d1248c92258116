using Rtemis.Data;
using Rtemis.Learning.Preprocessing.Imputation;
using Rtemis.Learning.Running;
using static Rtemis.Learning.Tests.Preprocessing.Features;

namespace Rtemis.Learning.Tests.Preprocessing.Imputation;

/// <summary>Imputation as mice 3.15 does it, cell by cell from the same seeds.</summary>
public sealed class ChainedRegressionsTests
{
    [Theory]
    [InlineData("iris")]
    [InlineData("numbers")]
    [InlineData("single")]
    [InlineData("mixed")]
    [InlineData("dependent")]
    [InlineData("few")]
    public void CellsAreFilledWithTheValuesOfMice(string name)
    {
        var table = RecordedTable.Of(name);
        var context = table.Run();
        table.Filled("mice", ChainedRegressions.Fill(table.Columns, context));
        // As many random numbers were drawn.
        Assert.Equal(table.Numbers("mice_next")[0], context.Random.NextUniform(), 1e-14);
    }

    // Of x and twin, its double, x has fewer values.
    [Fact]
    public void ConstantsCopiesAndEmptyColumnsStayAsTheyAre()
    {
        var table = RecordedTable.Of("mixed");
        var filled = ChainedRegressions.Fill(table.Columns, table.Run());
        foreach (var (before, after) in table.Columns.Zip(filled))
        {
            if (before.Name is "const" or "none" or "x") Assert.Same(before, after);
            else Assert.Equal(0, after.MissingCount);
        }
    }

    [Fact]
    public void ThreadsChangeNothing()
    {
        var table = RecordedTable.Of("mixed");
        table.Filled("mice", ChainedRegressions.Fill(table.Columns, table.Run(threads: 1)));
        table.Filled("mice", ChainedRegressions.Fill(table.Columns, table.Run(threads: 4)));
    }

    [Fact]
    public void NothingMissingIsNothingChangedAndNothingDrawn()
    {
        Column[] columns = [Numbers("x", 1, 2, 3), Texts("y", "a", "b", "a")];
        var context = Run;
        Assert.Same(columns, ChainedRegressions.Fill(columns, context));
        Assert.Equal(Run.Random.NextUniform(), context.Random.NextUniform());
    }

    [Fact]
    public void WithoutAnotherColumnThereIsNothingToPredictFrom()
    {
        Assert.Equal("Data should contain at least two columns", Refusal(Numbers("x", 1, double.NaN, 3)));
        Assert.Equal(
            "`mice` detected constant and/or collinear variables. No predictors were left after their removal.",
            Refusal(Numbers("x", 1, double.NaN, 3), Numbers("y", 2, double.NaN, 2)));
    }

    [Fact]
    public void ImputationStopsWhenTheRunIsCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var context = new RunContext(threads: 2, seed: 1, cancellation: cancellation.Token);
        Assert.Throws<OperationCanceledException>(() => ChainedRegressions.Fill(RecordedTable.Of("numbers").Columns, context));
    }

    static string Refusal(params Column[] columns) => Assert.Throws<LearningException>(() => ChainedRegressions.Fill(columns, Run)).Message;
}
