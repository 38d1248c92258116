using Rtemis.Learning.Clustering;
using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Clustering.CMeans;
using Rtemis.Learning.Clustering.Dbscan;
using Rtemis.Learning.Clustering.HardCl;
using Rtemis.Learning.Clustering.KMeans;
using Rtemis.Learning.Clustering.NeuralGas;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Clustering;

/// <summary>What must not matter to any clustering.</summary>
public class ClusteringInvariantTests
{
    const double Radius = 2;

    // Three groups of 60 cases that lie well apart.
    static readonly double[][] Data = Frames.Groups(180, 3, seed: 12, 0, 8, 20);

    public static TheoryData<string> Algorithms => ["KMeans", "HardCL", "NeuralGas", "CMeans", "DBSCAN"];

    // HardCL follows one start, as in R, and where that puts two centers into one group they stay there.
    public static TheoryData<string> Finders => ["KMeans", "NeuralGas", "CMeans", "DBSCAN"];

    [Theory]
    [MemberData(nameof(Finders))]
    public void GroupsThatLieApartAreFound(string algorithm) =>
        Assert.Equal(1, AdjustedRand.Of(Fit(algorithm, Data), [.. Enumerable.Range(0, 180).Select(i => i % 3)]), 1e-9);

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void ThreadsDoNotMatter(string algorithm) => Assert.Equal(Fit(algorithm, Data, threads: 1), Fit(algorithm, Data, threads: 4));

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void RotationDoesNotMatter(string algorithm)
    {
        var (sin, cos) = Math.SinCos(0.7);
        double[][] turned = [[.. Data[0].Zip(Data[1], (x, y) => cos * x - sin * y)], [.. Data[0].Zip(Data[1], (x, y) => sin * x + cos * y)], Data[2]];
        Assert.Equal(1, AdjustedRand.Of(Fit(algorithm, Data), Fit(algorithm, turned)), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void ScaleDoesNotMatter(string algorithm)
    {
        double[][] larger = [.. Data.Select(c => Array.ConvertAll(c, v => 1000 * v))];
        Assert.Equal(1, AdjustedRand.Of(Fit(algorithm, Data), Fit(algorithm, larger, scale: 1000)), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Finders))]
    public void TheOrderOfCasesDoesNotMatter(string algorithm)
    {
        var order = Enumerable.Range(0, 180).Select(i => i * 77 % 180).ToArray();
        var mixed = Fit(algorithm, [.. Data.Select(c => order.Select(i => c[i]).ToArray())]);
        var plain = Fit(algorithm, Data);
        Assert.Equal(1, AdjustedRand.Of([.. order.Select(i => plain[i])], mixed), 1e-9);
    }

    // Of 200 runs of flexclust on iris the best left 78.8514.
    [Fact]
    public void TheSumOfSquaresOfKMeansIsWithinOnePercentOfTheBestThatRFinds()
    {
        double[][] iris = [.. GoldenData.Table("iris").Columns.Take(4).Select(c => ((Rtemis.Data.DoubleColumn)c).Values.ToArray())];
        var clusters = Fit("KMeans", iris);
        var sum = Enumerable.Range(1, 3).Sum(cluster =>
        {
            var members = Enumerable.Range(0, 150).Where(i => clusters[i] == cluster).ToArray();
            return iris.Sum(c => members.Sum(i => Math.Pow(c[i] - members.Average(m => c[m]), 2)));
        });
        Assert.InRange(sum, 0, 78.8514 * 1.01);
    }

    static int[] Fit(string algorithm, double[][] data, int threads = 2, double scale = 1)
    {
        IClusterer clusterer = algorithm switch
        {
            "KMeans" => new KMeansClusterer(new KMeansParameters(3, CentroidDistance.Euclidean)),
            "HardCL" => new HardClClusterer(new HardClParameters(3, CentroidDistance.Euclidean)),
            "NeuralGas" => new NeuralGasClusterer(new NeuralGasParameters(3, CentroidDistance.Euclidean)),
            "CMeans" => new CMeansClusterer(CMeansParameters.From(CMeansParameters.Set.Defaults) with { K = 3 }),
            _ => new DbscanClusterer(DbscanParameters.From(DbscanParameters.Set.Defaults) with { Eps = Radius * scale }),
        };
        return clusterer.Fit(Frames.Of(data), new RunContext(threads: threads, seed: 1)).Clusters;
    }
}
