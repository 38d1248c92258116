using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Clustering.KMeans;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Clustering;

public class KMeansTests
{
    [Theory]
    [InlineData(CentroidDistance.Euclidean)]
    [InlineData(CentroidDistance.Manhattan)]
    public void FindsTheRecordedClustersOfIrisFromEverySeed(CentroidDistance distance)
    {
        int[] recorded = [.. GoldenColumns.Read("iris-kmeans")[0].Select(v => (int)v)];
        for (var seed = 1u; seed <= 20; seed++)
        {
            var found = Fit(GoldenColumns.Frame("iris"), 3, distance, new RunContext(seed: seed)).Clusters;
            Assert.InRange(AdjustedRand.Of(recorded, found), 0.7, 1);
        }
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(20_000)]
    public void FindsGroupsThatLieApart(int rows)
    {
        var found = Fit(Frames.Of(Frames.Groups(rows, 3, 1, -30, 0, 30)), 3);
        Assert.Equal(1, AdjustedRand.Of([.. Enumerable.Range(0, rows).Select(i => i % 3)], found.Clusters));
        Assert.Equal([1, 2, 3], found.Clusters.Distinct().Order());
    }

    [Fact]
    public void CentersAreTheMeansOfTheirCases()
    {
        var data = GoldenColumns.Frame("iris");
        var found = Fit(data, 3);
        for (var c = 0; c < 3; c++)
            for (var j = 0; j < data.Columns; j++)
            {
                var values = data.Column(j).ToArray().Where((_, i) => found.Clusters[i] == c + 1);
                Assert.Equal(values.Average(), found.Centers[c, j], 1e-12);
            }
    }

    [Fact]
    public void EqualCasesAreInOneCluster()
    {
        var found = Fit(Frames.Of([1, 1, 1, 5, 5, 9], [2, 2, 2, 6, 6, -0.0]), 3).Clusters;
        Assert.Equal(1, AdjustedRand.Of([1, 1, 1, 2, 2, 3], found));
    }

    [Fact]
    public void RefusesInTheOriginalsWords()
    {
        var data = Frames.Of([1, 1, 2, 0.0], [3, 3, 4, -0.0]);
        Refuses("number of clusters must be at least 2", data, 1);
        Refuses("k larger than number of distinct complete data points in x", data, 4);
        Refuses("k larger than number of distinct complete data points in x", Frames.Of([1, 1, 0.0], [3, 3, 0.0]), 3);
        Refuses("k larger than number of distinct complete data points in x", Frames.Of([], []), 2);
        Refuses("NA/NaN/Inf in foreign function call (arg 3)", Frames.Of([1, 2, double.NegativeInfinity], [3, 1, 2]), 2);
        Assert.Equal(3, Fit(data, 3).Centers.Rows);
    }

    [Theory]
    [InlineData(CentroidDistance.Euclidean)]
    [InlineData(CentroidDistance.Manhattan)]
    public void TheNumberOfThreadsChangesNoBit(CentroidDistance distance)
    {
        var data = Frames.Of(Frames.Normal(5000, 3, 2));
        var one = Fit(data, 4, distance, new RunContext(threads: 1, seed: 3));
        var four = Fit(data, 4, distance, new RunContext(threads: 4, seed: 3));
        Assert.Equal(one.Clusters, four.Clusters);
        Assert.Equal(one.Centers.Values, four.Centers.Values);
    }

    [Fact]
    public void StopsWhenCancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var context = new RunContext(cancellation: source.Token);
        Assert.Throws<OperationCanceledException>(() => Fit(GoldenColumns.Frame("iris"), 3, context: context));
    }

    [Fact]
    public void OptionsAreRtemis()
    {
        Assert.Equal(new KMeansParameters(3, CentroidDistance.Euclidean), KMeansParameters.From(KMeansParameters.Set.Defaults));
        var given = KMeansParameters.Set.Bind([new("k", new ParameterValue.Number(2)), new("dist", new ParameterValue.Text("manhattan"))]);
        Assert.Equal(new KMeansParameters(2, CentroidDistance.Manhattan), KMeansParameters.From(given));
        Assert.Equal(2, new KMeansClusterer(KMeansParameters.From(given)).K);
        RefusesOption("k", new ParameterValue.Integer(0), "`0L` must contain only positive integers.");
        RefusesOption("k", new ParameterValue.Text("a"), "`\"a\"` must be integer.");
        RefusesOption(
            "dist", new ParameterValue.Text("x"),
            "<rtemis::KMeansConfig> object properties are invalid:\n- @dist must be one of 'euclidean', 'manhattan'.");
        RefusesOption("features", new ParameterValue.Integer(1), "unused argument (features = 1)");
    }

    static CentroidAssignment Fit(
        NumericFrame data, int k, CentroidDistance distance = CentroidDistance.Euclidean, RunContext? context = null) =>
        (CentroidAssignment)new KMeansClusterer(new KMeansParameters(k, distance)).Fit(data, context ?? new RunContext(seed: 1));

    static void Refuses(string message, NumericFrame data, int k)
    {
        var refused = Assert.Throws<LearningException>(() => Fit(data, k));
        Assert.Equal(message, refused.Message);
        Assert.Equal("simpleError", refused.Condition);
    }

    static void RefusesOption(string name, ParameterValue value, string message) =>
        Assert.Equal(message, Assert.Throws<ParameterException>(() => KMeansParameters.Set.Bind([new(name, value)])).Message);
}
