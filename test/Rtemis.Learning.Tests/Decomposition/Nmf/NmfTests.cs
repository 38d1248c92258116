using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Nmf;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Decomposition.Nmf;

public class NmfTests
{
    public static TheoryData<string> Methods => ["brunet", "KL", "lee", "Frobenius", "nsNMF", "offset", "snmf/r", "snmf/l"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void FactorsAreNotNegativeAndFitTheData(string method)
    {
        var data = Mixture(203, 7, 3);
        var model = Fit(data, 3, method);
        Assert.All(model.Basis.Values, v => Assert.True(v >= 0));
        Assert.All(model.Scores.Values, v => Assert.True(v >= 0));
        var squares = Enumerable.Range(0, 7).Sum(j => data.Column(j).ToArray().Sum(v => v * v));
        Assert.InRange(NmfGoldenTests.SquaredError(data, model) / squares, 0, method == "nsNMF" ? 0.05 : 0.02);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void TheNumberOfThreadsChangesNoBit(string method)
    {
        var data = Mixture(2051, 6, 3);
        var one = Fit(data, 3, method, threads: 1);
        var four = Fit(data, 3, method, threads: 4);
        Assert.Equal(one.Basis.Values, four.Basis.Values);
        Assert.Equal(one.Scores.Values, four.Scores.Values);
        Assert.Equal(one.Residual, four.Residual);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void UpdatesNeverLeadAwayFromTheData(bool divergence)
    {
        var context = new RunContext(seed: 4);
        var tiles = new CaseTiles(Mixture(130, 6, 3), context);
        var factors = NmfFactors.Draw(tiles.Rows, tiles.Features, 3, 5, offset: false, context);
        IFactorUpdate update = divergence ? new DivergenceUpdate(tiles, factors, smooth: false) : new EuclideanUpdate(tiles, factors);
        // The very first steps move the squared distance's scale from the basis to the coefficients.
        for (var i = 1; i <= 3; i++) update.Improve(i, context);
        var before = update.Objective(context);
        for (var i = 4; i < 200; i++)
        {
            update.Improve(i, context);
            var after = update.Objective(context);
            Assert.True(after <= before * (1 + 1e-6), $"{after} after {before} in iteration {i}");
            before = after;
        }
    }

    [Fact]
    public void TheBasisOfSquaredDistanceHasColumnsThatSumToOne()
    {
        foreach (var method in (string[])["lee", "Frobenius", "nsNMF"])
        {
            var basis = Fit(Mixture(90, 5, 2), 2, method).Basis;
            for (var c = 0; c < 2; c++) Assert.Equal(1, basis.Column(c).ToArray().Sum(), 1e-12);
        }
    }

    [Fact]
    public void TheScaleOfTheDataIsTheScaleOfTheScores()
    {
        // The start's range follows the data's as long as that is above 1.
        var data = Mixture(80, 5, 2);
        var larger = Frames.Of([.. Enumerable.Range(0, 5).Select(j => data.Column(j).ToArray().Select(v => 1024 * v).ToArray())]);
        var (fit, scaled) = (Fit(data, 2, "brunet"), Fit(larger, 2, "brunet"));
        Assert.Equal(NmfGoldenTests.SquaredError(data, fit), NmfGoldenTests.SquaredError(larger, scaled) / (1024.0 * 1024), 1e-6);
    }

    [Fact]
    public void TheOrderOfCasesDoesNotMatterToTheFit()
    {
        var data = Mixture(200, 6, 3);
        var reversed = Frames.Of([.. Enumerable.Range(0, 6).Select(j => data.Column(j).ToArray().Reverse().ToArray())]);
        var (error, other) = (NmfGoldenTests.SquaredError(data, Fit(data, 3, "Frobenius")), NmfGoldenTests.SquaredError(reversed, Fit(reversed, 3, "Frobenius")));
        Assert.Equal(error, other, 0.02 * error);
    }

    [Fact]
    public void TheBestOfSeveralRunsIsKept()
    {
        var data = Mixture(100, 8, 4);
        Assert.Equal(1, Distinct(data, 1));
        var context = new RunContext(seed: 3);
        var single = Enumerable.Range(0, 4).Select(_ => new NmfDecomposer(new NmfParameters(4, "lee", 1)).Fit(data, context).Residual).ToArray();
        Assert.True(single.Distinct().Count() > 1);
        Assert.Equal(single.Min(), new NmfDecomposer(new NmfParameters(4, "lee", 4)).Fit(data, new RunContext(seed: 3)).Residual);
    }

    [Fact]
    public void CasesAreProjectedByLeastSquaresOnTheBasis()
    {
        var data = Mixture(150, 6, 3);
        var model = Fit(data, 3, "brunet");
        Assert.Equal(model.Scores.Values, model.Projection.Project(data, new RunContext(threads: 3)).Values);
        var few = model.Projection.Project(Frames.Of([.. Enumerable.Range(0, 6).Select(j => new[] { 0, data.Column(j)[7] })]), new RunContext());
        Assert.Equal([0, 0, 0], Enumerable.Range(0, 3).Select(c => few[0, c]));
        Assert.Equal(model.Scores[7, 1], few[1, 1], 1e-12);
        Assert.Equal(
            "Data has 2 feature(s), but the NMF basis was learned on 6.",
            Assert.Throws<LearningException>(() => model.Projection.Project(Mixture(9, 2, 1), new RunContext())).Message);
    }

    [Fact]
    public void NamesComponentsAndVariables()
    {
        var model = Fit(Mixture(30, 3, 2), 2, "b");
        Assert.Equal(["NMF_1", "NMF_2"], model.ComponentNames);
        Assert.Equal(["V1", "V2", "V3"], model.Loadings.Variables);
        Assert.Equal(["V1", "V2"], model.Loadings.Components);
        Assert.Equal("brunet", model.Method);
    }

    /// <summary>Sums of a few patterns with shares that are often 0, and some noise.</summary>
    internal static NumericFrame Mixture(int rows, int columns, int patterns)
    {
        var random = new System.Random(6);
        var shapes = Enumerable.Range(0, patterns).Select(a => Enumerable.Range(0, columns).Select(j => j % patterns == a ? 2 : random.NextDouble() / 2).ToArray()).ToArray();
        var cells = Enumerable.Range(0, columns).Select(_ => new double[rows]).ToArray();
        for (var i = 0; i < rows; i++)
        {
            var shares = shapes.Select(_ => Math.Max(0, random.NextDouble() - 0.3)).ToArray();
            shares[i % patterns] += 0.5;
            for (var j = 0; j < columns; j++) cells[j][i] = shapes.Select((s, a) => s[j] * shares[a]).Sum() + 0.05 * random.NextDouble();
        }
        return Frames.Of(cells);
    }

    internal static NmfModel Fit(NumericFrame data, int k, string method, int threads = 2) =>
        new NmfDecomposer(new NmfParameters(k, method, 1)).Fit(data, new RunContext(threads: threads, seed: 3));

    static int Distinct(NumericFrame data, int runs) =>
        Enumerable.Range(0, 2).Select(_ => new NmfDecomposer(new NmfParameters(3, "brunet", runs)).Fit(data, new RunContext(seed: 2)).Residual).Distinct().Count();
}
