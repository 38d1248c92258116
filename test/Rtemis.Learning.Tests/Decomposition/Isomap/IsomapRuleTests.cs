using Rtemis.Learning.Decomposition.Isomap;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Decomposition.Isomap;

public class IsomapRuleTests
{
    static readonly double[][] TwoGroups = [[0, 1, 2, 3, 100, 101, 102, 103], [0, 1, 0, 1, 0, 1, 0, 1]];

    [Fact]
    public void RefusesACaseThatCantBeReached()
    {
        Assert.Equal("data are fragmented", Assert.Throws<LearningException>(() => Fit(new IsomapParameters(Nsd: 2), TwoGroups)).Message);
        Assert.Equal(2, Fit(new IsomapParameters(Nsd: 4), TwoGroups).Scores.Columns);
    }

    [Fact]
    public void RefusesOneCaseAndWhatIsInfinite()
    {
        Assert.Equal("weights 'w' and data do not match", Assert.Throws<LearningException>(() => Fit(new IsomapParameters(), [[1], [2]])).Message);
        double[][] infinite = [[1, double.NegativeInfinity, 3], [1, 2, 3]];
        Assert.Equal("infinite or missing values in 'x'", Assert.Throws<LearningException>(() => Fit(new IsomapParameters(), infinite)).Message);
    }

    [Fact]
    public void RefusesCasesAtOnePlace() => Assert.StartsWith(
        "isomap returns no axis", Assert.Throws<LearningException>(() => Fit(new IsomapParameters(), [[1, 1, 1], [2, 2, 2]])).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void TellsOfFewerAxes(int nsd)
    {
        var said = new List<string>();
        double[][] line = [[1, 2, 4, 8, 9, 11, 12], [0, 0, 0, 0, 0, 0, 0]];
        var model = Fit(new IsomapParameters(3, Nsd: nsd), line, new RunContext(sink: m => said.Add(((TextMessage)m).Text)));
        Assert.Equal(["Dim1"], model.ComponentNames);
        Assert.Equal(["isomap returns only 1 axes with positive eigenvalues"], said);
    }

    [Fact]
    public void MoreNeighboursThanThereAreKeepAllDistances()
    {
        var data = Frames.Normal(40, 3, 1);
        var all = Fit(new IsomapParameters(2), data);
        Assert.Equal(all.Scores.Values, Fit(new IsomapParameters(2, Nsd: 39), data).Scores.Values);
        Assert.Equal(all.Scores.Values, Fit(new IsomapParameters(2, Nsd: 500, Path: IsomapPath.Extended), data).Scores.Values);
    }

    // By hand: of four cases in a row each has one nearest, and the second two as near as that.
    [Fact]
    public void CasesAsNearAsTheLastNeighbourAreNeighboursToo() =>
        Assert.Equal(3, Fit(new IsomapParameters(1, Nsd: 1), [[0, 1, 2, 3.5], [0, 0, 0, 0]]).NeighbourPairs);

    [Fact]
    public void ThePathsOfARowAreItsDistances()
    {
        var row = Fit(new IsomapParameters(1, IsomapDistance.Manhattan, Nsd: 1), [[0, 1, 2, 3.5], [0, 0, 0, 0]]).Scores.Column(0).ToArray();
        double[] expected = [-1.625, -0.625, 0.375, 1.875];
        var sign = Math.Sign(row[3]);
        for (var i = 0; i < 4; i++) Assert.Equal(expected[i], sign * row[i], 1e-12);
    }

    [Theory]
    [InlineData(0, IsomapPath.Shortest)]
    [InlineData(8, IsomapPath.Shortest)]
    [InlineData(8, IsomapPath.Extended)]
    public void DistancesDoNotDependOnTheOrderOfTheCases(int nsd, IsomapPath path)
    {
        var data = Frames.Normal(60, 3, 5);
        var parameters = new IsomapParameters(2, Nsd: nsd, Path: path);
        var scores = Fit(parameters, data).Scores;
        var reversed = Fit(parameters, Array.ConvertAll(data, c => c.Reverse().ToArray())).Scores;
        for (var c = 0; c < 2; c++)
            for (var i = 0; i < 60; i++) Assert.Equal(Math.Abs(scores[i, c]), Math.Abs(reversed[59 - i, c]), 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public void TheNumberOfThreadsChangesNoBit(int nsd)
    {
        var data = Frames.Normal(1100, 3, 7);
        var parameters = new IsomapParameters(2, Nsd: nsd);
        Assert.Equal(Fit(parameters, data, new RunContext(threads: 1)).Scores.Values, Fit(parameters, data, new RunContext(threads: 4)).Scores.Values);
    }

    [Fact]
    public void ManyCasesHaveTheirFarthestOnThePositiveSide()
    {
        var scores = Fit(new IsomapParameters(2), Frames.Normal(1500, 3, 7)).Scores;
        for (var c = 0; c < 2; c++) Assert.True(scores.Column(c).ToArray().MaxBy(Math.Abs) > 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void StopsWhenCancelled(int nsd)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => Fit(new IsomapParameters(Nsd: nsd), Frames.Normal(100, 3, 7), new RunContext(cancellation: source.Token)));
    }

    static IsomapModel Fit(IsomapParameters parameters, double[][] columns, RunContext? context = null) =>
        new IsomapDecomposer(parameters).Fit(Frames.Of(columns), context ?? new RunContext());
}
