using System.Text.Json;
using Rtemis.Learning.Clustering.Dbscan;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Clustering;

public class DbscanTests
{
    static readonly DbscanParameters Defaults = DbscanParameters.From(DbscanParameters.Set.Defaults);

    static readonly JsonElement[] Recorded = [.. GoldenData.Read("Clusters", "dbscan").EnumerateArray()];

    public static TheoryData<int> Fits => [.. Enumerable.Range(0, Recorded.Length)];

    [Theory]
    [MemberData(nameof(Fits))]
    public void LabelsAreThoseOfTheOriginal(int index)
    {
        var recorded = Recorded[index];
        var weights = recorded.GetProperty("weights");
        var parameters = new DbscanParameters(
            recorded.GetProperty("eps").GetDouble(), recorded.GetProperty("min_points").GetInt32(),
            weights.ValueKind == JsonValueKind.Array ? GoldenData.Numbers(weights) : null, recorded.GetProperty("border").GetBoolean(),
            Enum.Parse<DbscanSearch>(recorded.GetProperty("search").GetString()!, ignoreCase: true));
        Assert.Equal(ClusterGolden.Clusters(recorded), Fit(ClusterGolden.Data(recorded), parameters));
    }

    [Fact]
    public void ClustersAreWhatTheDefinitionSays()
    {
        var data = Frames.Of(Frames.Groups(600, 2, 3, -3, 0, 4));
        var found = Fit(data, Defaults with { Eps = 0.3, MinPoints = 6 });
        int[][] near = [.. Enumerable.Range(0, 600).Select(i => Enumerable.Range(0, 600).Where(j => Distance(data, i, j) <= 0.3).ToArray())];
        var seen = 0;
        for (var i = 0; i < 600; i++)
        {
            int[] cores = [.. near[i].Where(j => near[j].Length >= 6)];
            if (near[i].Length >= 6) Assert.All(cores, j => Assert.Equal(found[i], found[j]));
            else Assert.Equal(cores.Select(j => found[j]).DefaultIfEmpty(0).Min(), found[i]);
            if (near[i].Length < 6) continue;
            Assert.InRange(found[i], 1, seen + 1);
            seen = Math.Max(seen, found[i]);
        }
        Assert.InRange(seen, 3, 100);
        Assert.Contains(0, found);
    }

    [Fact]
    public void AnotherOrderOfCasesHasTheSameCores()
    {
        var columns = Frames.Groups(500, 3, 6, -6, 0, 6);
        var order = Shuffled(500);
        var parameters = Defaults with { Eps = 0.8, BorderPoints = false };
        var plain = Fit(Frames.Of(columns), parameters);
        var shuffled = Fit(Frames.Of([.. columns.Select(c => order.Select(i => c[i]).ToArray())]), parameters);
        Assert.Equal(1, AdjustedRand.Of([.. order.Select(i => plain[i])], shuffled), 1e-12);
        Assert.Equal(order.Select(i => plain[i] == 0), shuffled.Select(c => c == 0));
    }

    [Fact]
    public void TurningAndScalingChangeNothing()
    {
        var columns = Frames.Groups(400, 2, 9, -5, 5);
        var parameters = Defaults with { Eps = 0.4 };
        var plain = Fit(Frames.Of(columns), parameters);
        double[][] turned = [[.. columns[0].Zip(columns[1], (x, y) => 3 * (0.6 * x - 0.8 * y))], [.. columns[0].Zip(columns[1], (x, y) => 3 * (0.8 * x + 0.6 * y))]];
        Assert.Equal(plain, Fit(Frames.Of(turned), parameters with { Eps = 1.2 }));
    }

    [Fact]
    public void AWeightOfTwoIsACaseTwice()
    {
        var columns = Frames.Groups(300, 2, 8, -4, 4);
        double[] weights = [.. Enumerable.Range(0, 300).Select(i => 1.0 + i % 2)];
        var doubled = columns.Select(c => c.Concat(c.Where((_, i) => i % 2 == 1)).ToArray()).ToArray();
        var parameters = Defaults with { Eps = 0.3 };
        Assert.Equal(Fit(Frames.Of(doubled), parameters).Take(300), Fit(Frames.Of(columns), parameters with { Weights = weights }));
    }

    [Fact]
    public void TheNumberOfThreadsChangesNothing()
    {
        var data = Frames.Of(Frames.Normal(4000, 3, 2));
        var parameters = Defaults with { Eps = 0.3 };
        Assert.Equal(Fit(data, parameters, new RunContext(threads: 1)), Fit(data, parameters, new RunContext(threads: 4)));
    }

    [Fact]
    public void InfiniteNumbersAreNearNone() =>
        Assert.Equal([1, 1, 0, 0], Fit(Frames.Of([1, 1, double.PositiveInfinity, double.PositiveInfinity], [1, 1, 1, 1]), Defaults with { MinPoints = 1 }));

    [Fact]
    public void AWeightIsNeededForEachCase()
    {
        var refused = Assert.Throws<LearningException>(() => Fit(Frames.Of([1, 2], [1, 2]), Defaults with { Weights = [1] }));
        Assert.Equal("length of weights vector is incompatible with data.", refused.Message);
    }

    [Fact]
    public void OptionsAreRtemis()
    {
        Assert.Equal(new DbscanParameters(0.5, 5, null, true, DbscanSearch.KdTree), Defaults);
        var given = DbscanParameters.Set.Bind([new("search", "dist"), new("bucket_size", 3), new("split_rule", "FAIR"), new("approx", true)]);
        Assert.Equal(DbscanSearch.Dist, DbscanParameters.From(given).Search);
        Assert.Null(new DbscanClusterer(Defaults).K);
        Assert.Equal(
            "<rtemis::DBSCANConfig> object properties are invalid:\n- @eps must be > 0.",
            Assert.Throws<ParameterException>(() => DbscanParameters.Set.Bind([new("eps", 0)])).Message);
    }

    static int[] Fit(NumericFrame data, DbscanParameters parameters, RunContext? context = null) =>
        new DbscanClusterer(parameters).Fit(data, context ?? new RunContext()).Clusters;

    static double Distance(NumericFrame data, int i, int j)
    {
        var sum = 0.0;
        for (var c = 0; c < data.Columns; c++) sum += Math.Pow(data.Column(c)[i] - data.Column(c)[j], 2);
        return Math.Sqrt(sum);
    }

    static int[] Shuffled(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new System.Random(1).Shuffle(order);
        return order;
    }
}
