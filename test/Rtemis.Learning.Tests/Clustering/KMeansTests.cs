using Rtemis.Data;
using Rtemis.Learning.Clustering;
using Rtemis.Learning.Clustering.KMeans;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Clustering;

public class KMeansTests
{
    // The partition that rtemis recorded, one of the two good ones (38, 50 and 62 cases; the other has 39, 50 and 61), by the cases outside the flowers'
    // own species.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Iris_falls_into_one_of_the_two_good_partitions_whatever_the_seed(bool manhattan)
    {
        var recorded = GoldenData.Rows(GoldenData.Read("KMeans", "iris").GetProperty("cluster"));
        var seeds = Enumerable.Range(1, 50).Select(seed => AdjustedRandIndex(recorded, Fit(Iris(), 3, manhattan, (uint)seed).Clusters));
        Assert.All(seeds, index => Assert.InRange(index, 0.85, 1));
    }

    [Fact]
    public void Each_case_is_in_the_cluster_of_the_nearest_center_and_centers_are_means()
    {
        var data = Sample(2000, 3);
        var found = Fit(data, 5);
        for (var k = 0; k < 5; k++)
        {
            var own = Enumerable.Range(0, data.Rows).Where(i => found.Clusters[i] == k + 1).ToArray();
            for (var c = 0; c < 3; c++) Assert.Equal(own.Average(i => data.Column(c)[i]), found.Centers![k, c], 1e-12);
        }
        for (var i = 0; i < data.Rows; i++)
        {
            var distances = Enumerable.Range(0, 5).Select(k => Enumerable.Range(0, 3).Sum(c => Math.Pow(data.Column(c)[i] - found.Centers![k, c], 2)));
            Assert.Equal(distances.Min(), distances.ElementAt(found.Clusters[i] - 1), 1e-4);
        }
    }

    [Fact]
    public void Groups_that_lie_apart_are_found()
    {
        var data = Frame([[0, 10, 0.1, 10.1, 0.2, 20], [0, 0, 0.1, 0.1, 0.2, 30]]);
        var clusters = Fit(data, 3).Clusters;
        Assert.Equal(1, AdjustedRandIndex([0, 1, 0, 1, 0, 2], clusters), 1e-12);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_number_of_threads_makes_no_difference_at_all(bool manhattan)
    {
        var data = Sample(30_000, 4);
        var (one, four) = (Fit(data, 3, manhattan, threads: 1), Fit(data, 3, manhattan, threads: 4));
        Assert.Equal(one.Clusters, four.Clusters);
        Assert.Equal(one.Centers!.Values, four.Centers!.Values);
    }

    [Fact]
    public void A_case_between_two_centers_goes_to_either()
    {
        var data = Frame([[-1, -1, 1, 1, 0], [0, 0, 0, 0, 0]]);
        double[][] centers = [[-1, 0], [1, 0]];
        var context = new RunContext(seed: 3);
        var drawn = Enumerable.Range(0, 100).Select(_ => NearestCenter.Find(data, centers, false, context)).ToArray();
        Assert.All(drawn, clusters => Assert.Equal([1, 1, 2, 2], clusters[..4]));
        Assert.InRange(drawn.Count(clusters => clusters[4] == 1), 30, 70);
    }

    [Theory]
    [InlineData(new double[] { 7 }, 7)]
    [InlineData(new double[] { 1, 3 }, 2)]
    [InlineData(new double[] { 1, 2, 9 }, 9)]
    [InlineData(new double[] { 1, 2, 4, 8 }, 6)]
    [InlineData(new double[] { 1, 2, 4, 8, 9 }, 8)]
    public void The_median_is_that_of_flexclust(double[] values, double expected)
    {
        var work = new WorkSplit(1, CancellationToken.None);
        double[][] centers = [[0, 0]];
        new MedianCenters(Frame([[.. values.Reverse()], values]), work).Find(new int[values.Length], [values.Length], centers, work);
        Assert.Equal([expected, expected], centers[0]);
    }

    [Fact]
    public void What_flexclust_refuses_is_refused_in_its_words()
    {
        var data = Frame([[1, 1, 2], [1, 1, 2]]);
        Assert.Equal("number of clusters must be at least 2", Refusal(data, 1));
        Assert.Equal("k larger than number of distinct complete data points in x", Refusal(data, 3));
        Assert.Equal("NA/NaN/Inf in foreign function call (arg 3)", Refusal(Frame([[1, 2, 3], [1, 2, double.PositiveInfinity]]), 2));
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => new KMeansClusterer(new KMeansParameters()).Fit(Iris(), new RunContext(cancellation: cancelled.Token)));
    }

    [Fact]
    public void Options_are_checked_in_the_words_of_rtemis()
    {
        Assert.Equal(["k", "dist"], KMeansParameters.Set.Specs.Select(s => s.Name));
        Assert.Equal("`0L` must contain only positive integers.", OptionRefusal("k", new ParameterValue.Integer(0)));
        Assert.Equal(
            "<rtemis::KMeansConfig> object properties are invalid:\n- @dist must be one of 'euclidean', 'manhattan'.",
            OptionRefusal("dist", new ParameterValue.Text("x")));
        Assert.Equal(new KMeansParameters(), KMeansParameters.From(KMeansParameters.Set.Defaults));
    }

    static string OptionRefusal(string name, ParameterValue value) =>
        Assert.Throws<ParameterException>(() => KMeansParameters.Set.Bind([new(name, value)])).Message;

    static string Refusal(NumericFrame data, int k) => Assert.Throws<LearningException>(() => Fit(data, k)).Message;

    static ClusterAssignment Fit(NumericFrame data, int k, bool manhattan = false, uint seed = 1, int threads = 2) =>
        new KMeansClusterer(new KMeansParameters { K = k, IsManhattan = manhattan }).Fit(data, new RunContext(threads: threads, seed: seed));

    static NumericFrame Iris()
    {
        var table = GoldenData.Table("iris");
        return NumericFrame.From(table.WithColumns(table.Columns.SkipLast(1)));
    }

    static NumericFrame Sample(int rows, int columns)
    {
        var random = new System.Random(1);
        return Frame([.. Enumerable.Range(0, columns).Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextDouble()).ToArray())]);
    }

    static NumericFrame Frame(double[][] columns) =>
        NumericFrame.From(new Table([.. columns.Select((c, i) => new DoubleColumn("x" + i, c))], columns[0].Length));

    // L. Hubert and P. Arabie, "Comparing partitions", 1985.
    static double AdjustedRandIndex(int[] a, int[] b)
    {
        static double Pairs(IEnumerable<int> sizes) => sizes.Sum(n => n * (n - 1) / 2.0);
        var both = Pairs(a.Zip(b).GroupBy(p => p).Select(g => g.Count()));
        var (first, second) = (Pairs(a.GroupBy(x => x).Select(g => g.Count())), Pairs(b.GroupBy(x => x).Select(g => g.Count())));
        var expected = first * second / Pairs([a.Length]);
        return (both - expected) / ((first + second) / 2 - expected);
    }
}
