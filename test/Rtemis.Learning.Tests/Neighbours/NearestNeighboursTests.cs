using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Neighbours;

/// <summary>Whichever way is taken, the neighbours are those that a comparison of all pairs finds.</summary>
public class NearestNeighboursTests
{
    static readonly RunContext Context = new(threads: 2);

    // Few coordinates are searched through the tree, many by looking at all; whole numbers tie.
    public static TheoryData<string, int, bool> Cases => new MatrixTheoryData<string, int, bool>(["Euclidean", "Manhattan", "Cosine", "Hamming"], [2, 5, 40], [true, false]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void NeighboursAreThoseOfAllPairs(string distance, int dimensions, bool whole)
    {
        var columns = Frames.Normal(700, dimensions, seed: 3);
        if (whole) columns = [.. columns.Select(c => Array.ConvertAll(c, Math.Round))];
        var points = PointSet.Of(Frames.Of(columns), Enum.Parse<PointDistance>(distance), Context);
        var table = NearestNeighbours.Of(points, 9, Context);
        for (var i = 0; i < points.Count; i += 7)
        {
            var all = Enumerable.Range(0, points.Count).Where(j => j != i).Select(j => (Distance: Measure(points, i, j), j)).Order().Take(9).ToArray();
            Assert.Equal(all.Select(n => n.j), table.Indexes(i).ToArray());
            Assert.Equal(all.Select(n => n.Distance), table.Distances(i).ToArray());
        }
    }

    [Fact]
    public void DistancesAreThoseOfTheirNames()
    {
        double[][] columns = [[0, 3, 0, -6], [0, 4, 0, -8]];
        double[] From(PointDistance distance) => NearestNeighbours.Of(PointSet.Of(Frames.Of(columns), distance, Context), 3, Context).Distances(1).ToArray();
        Assert.Equal([5, 5, 15], From(PointDistance.Euclidean));
        Assert.Equal([7, 7, 21], From(PointDistance.Manhattan));
        Assert.Equal([1, 1, 2], From(PointDistance.Cosine).Select(d => Math.Round(d, 12)));
        Assert.Equal([2, 2, 2], From(PointDistance.Hamming));
    }

    [Fact]
    public void OthersAtTheSamePlaceAreNeighboursAndThePointItselfIsNot()
    {
        var points = PointSet.Of(Frames.Of([[1, 1, 1, 2], [0, 0, 0, 0]]), PointDistance.Euclidean, Context);
        var table = NearestNeighbours.Of(points, 2, Context);
        Assert.Equal([0, 2], table.Indexes(1).ToArray());
        Assert.Equal([0, 1], table.Indexes(3).ToArray());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void NewPointsFindThemselvesAmongKnownOnes(int dimensions)
    {
        var columns = Frames.Normal(500, dimensions, seed: 5);
        var known = PointSet.Of(Frames.Of(columns), PointDistance.Euclidean, Context);
        var queries = PointSet.Of(Frames.Of([.. columns.Select(c => c[100..120])]), PointDistance.Euclidean, Context);
        var table = NearestNeighbours.Of(queries, known, 2, Context);
        for (var i = 0; i < 20; i++) Assert.Equal((100 + i, 0.0), (table.Indexes(i)[0], table.Distances(i)[0]));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(12)]
    public void ATreeFindsAllPointsUpToADistance(int dimensions)
    {
        var columns = Frames.Normal(600, dimensions, seed: 8).Select(c => Array.ConvertAll(c, v => Math.Round(v))).ToArray();
        var points = PointSet.Of(Frames.Of(columns), PointDistance.Euclidean, Context);
        var tree = new KdTree<SquaredDifferences>(points, Context);
        for (var i = 0; i < points.Count; i += 5)
        {
            var found = new List<int>();
            tree.Search(points[i], new PointsWithin(4, found.Add));
            Assert.Equal(Enumerable.Range(0, points.Count).Where(j => Measure(points, i, j) <= 2), found.Order());
        }
    }

    [Fact]
    public void ACancelledSearchEnds()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var points = PointSet.Of(Frames.Of(Frames.Normal(100, 3, seed: 1)), PointDistance.Euclidean, Context);
        Assert.ThrowsAny<OperationCanceledException>(() => NearestNeighbours.Of(points, 3, new RunContext(cancellation: source.Token)));
    }

    // Sums in the order of the coordinates, so that equal ones are equal.
    static double Measure(PointSet points, int a, int b)
    {
        var sum = 0.0;
        for (var j = 0; j < points.Dimensions; j++)
        {
            var difference = points[a][j] - points[b][j];
            sum += points.Distance switch
            {
                PointDistance.Manhattan => Math.Abs(difference),
                PointDistance.Hamming => difference == 0 ? 0 : 1,
                _ => difference * difference,
            };
        }
        return points.DistanceOf(sum);
    }
}
