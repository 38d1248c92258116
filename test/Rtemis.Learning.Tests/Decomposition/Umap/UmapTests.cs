using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Umap;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Decomposition.Umap;

public class UmapTests
{
    static readonly UmapParameters Defaults = UmapParameters.From(UmapParameters.Set.Defaults);

    static readonly double[][] TwoGroups = Frames.Groups(200, 4, seed: 2, 0, 3);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void TheSameSeedGivesTheSameLayoutOnAnyNumberOfThreads(int k)
    {
        var parameters = Defaults with { K = k, Epochs = 50 };
        var (one, four) = (Fit(parameters, TwoGroups, threads: 1), Fit(parameters, TwoGroups, threads: 4));
        Assert.Equal(one.Scores.Values, four.Scores.Values);
        Assert.Equal(["V1", "V2", "V3"], Fit(Defaults with { K = 3 }, TwoGroups).ComponentNames);
        Assert.NotEqual(one.Scores.Values, Fit(parameters, TwoGroups, seed: 2).Scores.Values);
    }

    // The distance between the groups' middles, in standard deviations within.
    [Theory]
    [InlineData("spectral")]
    [InlineData("normlaplacian")]
    [InlineData("laplacian")]
    [InlineData("agspectral")]
    [InlineData("random")]
    [InlineData("lvrandom")]
    [InlineData("pca")]
    [InlineData("spca")]
    [InlineData("pacpca")]
    [InlineData("SPEC")]
    public void FromEveryStartGroupsComeApart(string init)
    {
        var scores = Fit(Defaults with { Init = init }, Frames.Groups(200, 4, seed: 2, 0, 4)).Scores;
        var kept = NeighbourhoodPreservation.Of(Frames.Groups(200, 4, seed: 2, 0, 4), [scores.Column(0).ToArray(), scores.Column(1).ToArray()]);
        Assert.True(kept.Trustworthiness > 0.85, kept.ToString());
        Assert.True(SameSide(scores) > 0.95);
    }

    [Theory]
    [InlineData("manhattan")]
    [InlineData("cosine")]
    public void OtherDistancesTellGroupsApartToo(string metric) =>
        Assert.True(SameSide(Fit(Defaults with { Metric = metric }, Frames.Groups(200, 4, seed: 2, -3, 3)).Scores) > 0.95);

    [Fact]
    public void HammingCountsWhatDiffers()
    {
        // Two kinds of cases, of which each differs from its kind in one of twelve coordinates.
        var columns = Enumerable.Range(0, 12).Select(j => Enumerable.Range(0, 60).Select(i => (i % 2 == 0) ^ (i / 2 % 12 == j) ? 1.0 : 0.0).ToArray()).ToArray();
        Assert.True(SameSide(Fit(Defaults with { Metric = "hamming", Neighbors = 8 }, columns).Scores) > 0.95);
    }

    [Fact]
    public void ColumnsHaveMeanZero() =>
        Assert.All([0, 1], d => Assert.Equal(0, Fit(Defaults, TwoGroups).Scores.Column(d).ToArray().Average(), 1e-6));

    [Fact]
    public void ALearningRateOfZeroLeavesTheStart()
    {
        var scores = Fit(Defaults with { LearningRate = 0, Init = "pca", Scale = false }, TwoGroups).Scores;
        var components = new Rtemis.Learning.Decomposition.Pca.PcaDecomposer(new(2, true, false, null)).Fit(Frames.Of(TwoGroups), new RunContext()).Scores;
        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal(components[i, 0], scores[i, 0], 1e-5));
    }

    [Fact]
    public void ConstantColumnsCountForNothingWhereColumnsAreScaled()
    {
        double[][] more = [TwoGroups[0], [.. Enumerable.Repeat(0.1, 200)], .. TwoGroups[1..]];
        Assert.Equal(Fit(Defaults with { Epochs = 20 }, TwoGroups).Scores.Values, Fit(Defaults with { Epochs = 20 }, more).Scores.Values);
    }

    [Fact]
    public void AGraphInPartsBeginsAtPrincipalComponents()
    {
        var apart = Frames.Groups(100, 3, seed: 4, 0, 1000);
        var model = Fit(Defaults, apart);
        Assert.Equal(2, model.GraphComponents);
        Assert.Equal(1, SameSide(model.Scores));
    }

    [Fact]
    public void NewCasesLieAmongThoseLikeThemAndDoNotDependOnEachOther()
    {
        var columns = Frames.Groups(300, 4, seed: 6, 0, 5);
        var model = Fit(Defaults, [.. columns.Select(c => c[..200])]);
        double[][] held = [.. columns.Select(c => c[200..])];
        var together = model.Projection.Project(Frames.Of(held), new RunContext(threads: 4));
        Assert.Equal(2, together.Columns);
        var near = Enumerable.Range(0, 100).Count(i => Nearest(model.Scores, together[i, 0], together[i, 1]) % 2 == i % 2);
        Assert.True(near >= 97, $"{near} of 100 beside their own group");
        var alone = model.Projection.Project(Frames.Of([.. held.Select(c => c[40..41])]), new RunContext(threads: 1));
        Assert.Equal((together[40, 0], together[40, 1]), (alone[0, 0], alone[0, 1]));
    }

    [Theory]
    [InlineData("n_neighbors", 1, "uwot::umap failed with error:\nn_neighbors must be >= 2\n")]
    [InlineData("n_neighbors", 201, "uwot::umap failed with error:\nn_neighbors must be smaller than the dataset size\n")]
    [InlineData("metric", "categorical", "uwot::umap failed with error:\n'arg' should be one of “euclidean”, “cosine”, “manhattan”, “hamming”, “correlation”, “precomputed”\n")]
    [InlineData("init", "p", "uwot::umap failed with error:\n'arg' should be one of “spectral”, “random”, “lvrandom”, “normlaplacian”, “laplacian”, “spca”, “pca”, “inormlaplacian”, “ispectral”, “agspectral”, “irlba_spectral”, “irlba_laplacian”, “pacpca”\n")]
    public void WhatUwotRefusesIsRefusedInItsWords(string name, object value, string message)
    {
        ParameterValue given = value is int number ? new ParameterValue.Integer(number) : new ParameterValue.Text((string)value);
        var parameters = UmapParameters.From(UmapParameters.Set.Bind([new(name, given)]));
        Assert.Equal(message, Assert.Throws<LearningException>(() => Fit(parameters, TwoGroups)).Message);
    }

    [Fact]
    public void AsManyNeighboursAsThereAreCasesAreAllowed() => Fit(Defaults with { Neighbors = 30, Epochs = 5 }, Frames.Normal(30, 3, seed: 1));

    [Fact]
    public void DataWithoutVarianceOrWithoutBoundsIsRefused()
    {
        double[] constant = [.. Enumerable.Repeat(2.0, 20)];
        Assert.EndsWith("Block 1 has zero size\n", Assert.Throws<LearningException>(() => Fit(Defaults, [constant, constant])).Message, StringComparison.Ordinal);
        double[] infinite = [double.PositiveInfinity, .. constant[1..]];
        Assert.EndsWith(
            "Non-finite entries in the input matrix\n", Assert.Throws<LearningException>(() => Fit(Defaults, [constant, infinite])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MoreDimensionsThanPrincipalComponentsCantBeBegunThere() =>
        Assert.Contains("4 principal components", Assert.Throws<LearningException>(() => Fit(Defaults with { K = 5, Init = "pca" }, TwoGroups)).Message, StringComparison.Ordinal);

    static UmapModel Fit(UmapParameters parameters, double[][] columns, int threads = 2, uint seed = 1) =>
        new UmapDecomposer(parameters).Fit(Frames.Of(columns), new RunContext(threads: threads, seed: seed));

    // Cases alternate between two groups: the share whose nearest case in the layout is of their own.
    static double SameSide(Matrix scores)
    {
        var same = 0;
        for (var i = 0; i < scores.Rows; i++)
            if (Nearest(scores, scores[i, 0], scores[i, 1], i) % 2 == i % 2) same++;
        return (double)same / scores.Rows;
    }

    static int Nearest(Matrix scores, double x, double y, int except = -1) =>
        Enumerable.Range(0, scores.Rows).Where(j => j != except).MinBy(j => Math.Pow(scores[j, 0] - x, 2) + Math.Pow(scores[j, 1] - y, 2));
}
