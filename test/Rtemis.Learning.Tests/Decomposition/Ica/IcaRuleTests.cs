using Rtemis.Learning.Decomposition.Ica;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Decomposition.Ica;

public class IcaRuleTests
{
    [Theory]
    [InlineData(10, 3, 9, 3)]
    [InlineData(4, 9, 9, 4)]
    [InlineData(20, 4, 1, 1)]
    public void KeepsNoMoreComponentsThanThereAreVariablesOrCases(int rows, int columns, int k, int kept) => Assert.Equal(
        kept, IcaTests.Fit(Frames.Of(Frames.Normal(rows, columns, 1)), new IcaParameters { K = k, RowNorm = false }).Scores.Columns);

    [Fact]
    public void RefusesOneCase() => Refuses("data must be matrix-conformal", [1], [2]);

    [Fact]
    public void RefusesInfiniteValues() => Refuses("NA/NaN/Inf in foreign function call (arg 1)", [1, 2, double.PositiveInfinity], [3, 1, 2]);

    // Standardized cases have a dimension less than columns: one component is made of rounding errors.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AllComponentsOfStandardizedCasesAreFoundNonetheless(bool deflation)
    {
        var scores = IcaTests.Fit(GoldenColumns.Frame("iris"), new IcaParameters { K = 4, Deflation = deflation }).Scores;
        Assert.Equal(4, scores.Columns);
        Assert.Equal(3, Enumerable.Range(0, 4).Count(c => Math.Abs(scores.Column(c).ToArray().Sum(v => v * v) / 150 - 1) < 0.05));
    }

    [Fact]
    public void TwoStandardizedColumnsEndWithoutAWord()
    {
        for (var seed = 1; seed <= 10; seed++)
            Assert.Equal(2, IcaTests.Fit(Frames.Of(Frames.Normal(30, 2, seed)), new IcaParameters { K = 2 }).Scores.Columns);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void WhereNothingVariesAllScoresAreUndefined(bool deflation, bool rowNorm)
    {
        var scores = IcaTests.Fit(
            Frames.Of([5, 5, 5, 5], [1, 1, 1, 1], [2, 2, 2, 2]), new IcaParameters { K = 2, Deflation = deflation, RowNorm = rowNorm }).Scores;
        Assert.All(scores.Values, v => Assert.True(double.IsNaN(v)));
    }

    [Fact]
    public void AConstantColumnIsNoHindranceWithFewerComponents()
    {
        var columns = Frames.Normal(100, 3, 2);
        columns[1].AsSpan().Fill(4);
        Assert.All(IcaTests.Fit(Frames.Of(columns), new IcaParameters { K = 2, RowNorm = false }).Scores.Values, v => Assert.True(double.IsFinite(v)));
    }

    [Fact]
    public void OnePassIsMadeWhateverTheLimit()
    {
        var data = IcaTests.Mixed(200, 4);
        Assert.Equal(
            IcaTests.Fit(data, new IcaParameters { MaxIterations = 1 }).Scores.Values, IcaTests.Fit(data, new IcaParameters { MaxIterations = 2 }).Scores.Values);
    }

    [Fact]
    public void StopsWhenCancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => new IcaDecomposer(new IcaParameters()).Fit(GoldenColumns.Frame("iris"), new RunContext(cancellation: source.Token)));
    }

    [Fact]
    public void CallsItselfIca() => Assert.Equal("ICA", new IcaDecomposer(new IcaParameters()).Algorithm);

    static void Refuses(string message, params double[][] columns)
    {
        var refused = Assert.Throws<LearningException>(() => IcaTests.Fit(Frames.Of(columns), new IcaParameters()));
        Assert.Equal(message, refused.Message);
        Assert.Equal("simpleError", refused.Condition);
    }
}
