using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Tsne;
using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Decomposition.Tsne;

public class SharesTests
{
    const double Perplexity = 12;

    static readonly RunContext Run = new(seed: 1);

    [Fact]
    public void WeightsHaveTheEntropyOfThePerplexity()
    {
        var random = new System.Random(5);
        double[] squares = [.. Enumerable.Range(0, 60).Select(_ => 1000 * random.NextDouble())];
        var weights = new double[60];
        PerplexitySearch.Weigh(squares, Perplexity, weights);
        Assert.Equal(1, weights.Sum(), 1e-12);
        Assert.Equal(Math.Log(Perplexity), -weights.Sum(w => w * Math.Log(w)), 1e-5);
    }

    [Fact]
    public void SharesOfNeighboursAreSymmetricWithASumOfOne()
    {
        var points = Points(200);
        var shares = SparseShares.Of(CaseNeighbours.OfPoints(points, Perplexity, Run), Perplexity, Run);
        Assert.Equal(1, shares.AllWeights.ToArray().Sum(), 1e-12);
        for (var i = 0; i < shares.Vertices; i++)
        {
            Assert.InRange(shares.Targets(i).Length, 36, 199);
            foreach (var j in shares.Targets(i)) Assert.Equal(Share(shares, i, j), Share(shares, j, i));
        }
    }

    [Fact]
    public void SharesOfAllPairsAreSymmetricWithASumOfOne()
    {
        var shares = DenseShares.OfPoints(Points(150), Perplexity, Run);
        Assert.Equal(1, shares.RowSums(Run).Sum(), 1e-12);
        for (var i = 0; i < 150; i++)
        {
            Assert.Equal(0, shares[i][i]);
            for (var j = 0; j < i; j++) Assert.Equal(shares[i][j], shares[j][i]);
        }
    }

    // With all other cases for neighbours both are the same.
    [Fact]
    public void NeighboursAndPairsAgreeWhereAllAreNeighbours()
    {
        var points = Points(37);
        var sparse = SparseShares.Of(CaseNeighbours.OfPoints(points, Perplexity, Run), Perplexity, Run);
        var dense = DenseShares.OfPoints(points, Perplexity, Run);
        for (var i = 0; i < 37; i++)
            for (var j = 0; j < 37; j++)
                if (j != i) Assert.Equal(dense[i][j], Share(sparse, i, j), 1e-12);
    }

    // With a small enough theta no cell is far enough.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TheTreesForcesTendToThoseOfAllPairs(int k)
    {
        var points = Points(37);
        var map = new TsneMap(37, k);
        var random = new System.Random(8);
        for (var d = 0; d < k; d++)
            for (var i = 0; i < 37; i++) map.Axis(d)[i] = random.NextDouble();
        // Two at one place.
        for (var d = 0; d < k; d++) map.Axis(d)[4] = map.Axis(d)[3];
        var sparse = SparseShares.Of(CaseNeighbours.OfPoints(points, Perplexity, Run), Perplexity, Run);
        var options = new TsneParameters { K = k, Theta = 1e-9 };
        ITsneForces tree = k == 3 ? new TreeForces<DeepSpace>(sparse, options, Run) : new TreeForces<FlatSpace>(sparse, options, Run);
        var (expected, gradient) = (new TsneMap(37, k), new TsneMap(37, k));
        new PairForces(DenseShares.OfPoints(points, Perplexity, Run), Run).Gradient(map, 3, expected);
        tree.Gradient(map, 3, gradient);
        for (var d = 0; d < k; d++)
            for (var i = 0; i < 37; i++) Assert.Equal(expected.Axis(d)[i], gradient.Axis(d)[i], 1e-13);
    }

    static double Share(WeightedGraph shares, int i, int j)
    {
        var place = shares.Targets(i).IndexOf(j);
        Assert.True(place >= 0);
        return shares.Weights(i)[place];
    }

    static Matrix Points(int rows)
    {
        var columns = Frames.Groups(rows, 4, 6, 0, 5);
        var points = new Matrix(rows, 4);
        for (var c = 0; c < 4; c++) columns[c].CopyTo(points.Column(c));
        return points;
    }
}
