using Rtemis.Data;
using Rtemis.Learning.Preprocessing.Imputation;
using Rtemis.Learning.Running;
using static Rtemis.Learning.Tests.Preprocessing.Features;

namespace Rtemis.Learning.Tests.Preprocessing.Imputation;

/// <summary>
/// Imputation as missRanger 2.6 with ranger 0.14 does it: cell by cell from the same seeds where predictions don't tie, which those of factors always do.
/// </summary>
public sealed class ChainedForestsTests
{
    [Theory]
    [InlineData("numbers")]
    [InlineData("single")]
    public void NumbersAreFilledWithTheValuesOfMissRanger(string name)
    {
        var table = RecordedTable.Of(name);
        var context = table.Run();
        table.Filled("missRanger", ChainedForests.Fill(table.Columns, 3, context));
        Assert.Equal(table.Numbers("missRanger_next")[0], context.Random.NextUniform(), 1e-14);
    }

    [Fact]
    public void ThreadsChangeNothing()
    {
        var table = RecordedTable.Of("single");
        table.Filled("missRanger", ChainedForests.Fill(table.Columns, 3, table.Run(threads: 1)));
        table.Filled("missRanger", ChainedForests.Fill(table.Columns, 3, table.Run(threads: 4)));
    }

    // The recorded errors are those of 20 seeds in R: that of another is hardly ever three standard deviations worse.
    [Fact]
    public void MeasurementsAndClassesAreGuessedAsWellAsInR()
    {
        var table = RecordedTable.Of("iris");
        var truth = table.Read("truth");
        var error = ImputationError.Of(table.Columns, ChainedForests.Fill(table.Columns, 3, table.Run()), truth);
        var (mean, deviation) = (table.Numbers("errors", "missRanger", "mean"), table.Numbers("errors", "missRanger", "sd"));
        var crude = table.Numbers("errors", "meanMode");
        Assert.InRange(error.Numbers, 0, Math.Min(mean[0] + 3 * deviation[0], crude[0]));
        Assert.InRange(error.Classes, 0, Math.Min(mean[1] + 3 * deviation[1], crude[1] / 2));
    }

    [Fact]
    public void WholeNumbersFactorsAndConstantsAreFilledWithWhatOccurs()
    {
        var table = RecordedTable.Of("mixed");
        var filled = ChainedForests.Fill(table.Columns, 3, table.Run());
        foreach (var (before, after) in table.Columns.Zip(filled))
        {
            if (before.Name == "none") Assert.Same(before, after);
            else
            {
                Assert.Equal(before.Type, after.Type);
                Assert.DoesNotContain(double.NaN, Codes(after));
                Assert.Subset(Codes(before).ToHashSet(), Codes(after).ToHashSet());
            }
        }
    }

    [Fact]
    public void WithoutDonorsPredictionsAreTakenAsTheyAre()
    {
        var table = RecordedTable.Of("single");
        var filled = ChainedForests.Fill(table.Columns, 0, table.Run());
        var row = MissingRow(table.Columns[1]);
        Assert.Equal(table.Numbers("missRanger_0", "b")[0], Values(filled[1])[row], 1e-12);
        var whole = ChainedForests.Fill([Whole("x", 1, 2, null, 5, 4, 3), Numbers("y", 1, 2, 3, 4, 5, 6)], 0, Run);
        Assert.IsType<DoubleColumn>(whole[0]);
    }

    [Fact]
    public void WithoutACompleteColumnTheFirstIsDrawnFromItsOwnValues()
    {
        var filled = ChainedForests.Fill([Numbers("x", 1, 2, double.NaN, 4), Numbers("y", double.NaN, 7, 8, double.NaN)], 3, Run);
        Assert.All(filled, c => Assert.DoesNotContain(double.NaN, Values(c)));
        Assert.Contains(Values(filled[0])[2], new List<double> { 1, 2, 4 });
        filled = ChainedForests.Fill([Numbers("x", double.NaN, 6, double.NaN)], 3, Run);
        Assert.Equal([6, 6, 6], Values(filled[0]));
    }

    [Fact]
    public void NothingMissingIsNothingChangedAndNothingDrawn()
    {
        Column[] columns = [Numbers("x", 1, 2, 3), Texts("y", "a", "b", "a"), Numbers("none", double.NaN, double.NaN, double.NaN)];
        var context = Run;
        Assert.Same(columns, ChainedForests.Fill(columns, 3, context));
        Assert.Equal(Run.Random.NextUniform(), context.Random.NextUniform());
    }

    [Fact]
    public void ImputationStopsWhenTheRunIsCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var context = new RunContext(threads: 2, seed: 1, cancellation: cancellation.Token);
        Assert.Throws<OperationCanceledException>(() => ChainedForests.Fill(RecordedTable.Of("numbers").Columns, 3, context));
    }

    static double[] Codes(Column column) => new IncompleteColumn(column).Numbers;

    static int MissingRow(Column column) => Array.FindIndex(Values(column), double.IsNaN);
}
