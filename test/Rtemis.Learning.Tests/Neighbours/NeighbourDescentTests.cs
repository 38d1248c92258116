using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Neighbours;

public class NeighbourDescentTests
{
    static readonly PointSet Points = PointSet.Of(Frames.Of(Frames.Groups(2000, 16, seed: 4, 0, 2, 5)), PointDistance.Euclidean, new RunContext());

    // In 16 dimensions without any structure but three groups, which is harder than what people have.
    [Theory]
    [InlineData(5, 0.97)]
    [InlineData(15, 0.97)]
    [InlineData(60, 0.95)]
    public void NearlyAllNeighboursAreRight(int each, double share)
    {
        var (found, exact) = (Descend(each, 2), NearestNeighbours.Of(Points, each, new RunContext(threads: 2)));
        var right = Enumerable.Range(0, Points.Count).Sum(i => found.Indexes(i).ToArray().Intersect(exact.Indexes(i).ToArray()).Count());
        Assert.True(right >= share * Points.Count * each, $"{right} of {Points.Count * each}");
        Assert.All(Enumerable.Range(0, Points.Count), i =>
        {
            Assert.Equal(each, found.Indexes(i).ToArray().Distinct().Count());
            Assert.DoesNotContain(i, found.Indexes(i).ToArray());
        });
    }

    [Fact]
    public void TheNumberOfThreadsDoesNotMatter()
    {
        var (one, four) = (Descend(10, 1), Descend(10, 4));
        Assert.All(Enumerable.Range(0, Points.Count), i => Assert.Equal(one.Indexes(i).ToArray(), four.Indexes(i).ToArray()));
    }

    static NeighbourTable Descend(int each, int threads)
    {
        var table = new NeighbourTable(Points.Count, each);
        new NeighbourDescent<SquaredDifferences>(Points, new RunContext(threads: threads)).Fill(table);
        return table;
    }
}
