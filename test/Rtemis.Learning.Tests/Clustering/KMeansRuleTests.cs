using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Clustering.KMeans;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Clustering;

public class KMeansRuleTests
{
    static readonly WorkSplit Work = new(1, CancellationToken.None);

    [Fact]
    public void NoPassMakesTheObjectiveWorse()
    {
        var run = Start(Frames.Of(Frames.Normal(3000, 3, 1)), [0, 1, 2, 3, 4]);
        var objective = double.PositiveInfinity;
        for (var pass = 1; pass <= 200; pass++)
        {
            run.Continue(pass, Work);
            var next = run.Objective(Work);
            Assert.True(next <= objective * (1 + 1e-14));
            objective = next;
        }
        Assert.InRange(run.Passes, 5, 199);
    }

    [Theory]
    [InlineData(CentroidDistance.Euclidean, 3, 3)]
    [InlineData(CentroidDistance.Euclidean, 2, 20)]
    [InlineData(CentroidDistance.Manhattan, 3, 5)]
    [InlineData(CentroidDistance.Manhattan, 2, 12)]
    public void PassingOverCasesChangesNoLabel(CentroidDistance distance, int columns, int k)
    {
        // Whole numbers: many cases are as far from one center as from another.
        double[][] smooth = Frames.Normal(4000, columns, 5);
        double[][] rounded = [.. smooth.Select(c => c.Select(v => Math.Round(2 * v)).ToArray())];
        foreach (var data in (NumericFrame[])[Frames.Of(smooth), Frames.Of(rounded)])
        {
            var cases = new KMeansCases(data, distance, new RunContext());
            int[] starts = [.. DistinctRows.Of(data, new RunContext()).InOrder([.. Enumerable.Range(0, data.Rows)]).Take(k)];
            var run = new KMeansRun(cases, data.Select(starts));
            var (labels, centers) = (new int[data.Rows], data.Select(starts));
            for (var pass = 1; pass <= 60; pass++)
            {
                run.Continue(pass, Work);
                PlainPass(cases, centers, labels);
                Assert.Equal(labels, run.Labels.ToArray());
            }
        }
    }

    [Fact]
    public void AClusterThatLosesAllCasesIsDropped()
    {
        // Equal starts: the first takes all cases of both.
        var run = Start(Frames.Of([1, 1, 9], [1, 1, 9]), [0, 1, 2]);
        run.Continue(200, Work);
        Assert.Equal(2, run.Centers.Rows);
        Assert.Equal([1, 9], run.Centers.Column(0).ToArray());
    }

    [Theory]
    [InlineData(new double[] { 7 }, 7)]
    [InlineData(new double[] { 7, 1 }, 4)]
    [InlineData(new double[] { 7, 1, 3 }, 7)]
    [InlineData(new double[] { 7, 1, 3, 5 }, 6)]
    [InlineData(new double[] { 9, 7, 1, 3, 5 }, 7)]
    public void TheManhattanMiddleIsTheOriginalsWhereItHasOne(double[] values, double middle)
    {
        var centers = new Matrix(2, 2);
        var sorted = new SortedColumns(Frames.Of(values, values), new RunContext());
        new MedianCenters(sorted).Move(new int[values.Length], [true], centers, Work);
        Assert.Equal([middle, double.NaN, middle, double.NaN], centers.Values);
    }

    [Fact]
    public void NearestIsTheFirstOfEqualOnesWhateverTheNumberOfCases()
    {
        for (var count = 1; count < 9; count++)
        {
            double[] values = [.. Enumerable.Range(0, count).Select(i => (double)i)];
            var centers = new Matrix(3, 2);
            double[] places = [1, 3, 1, 1, 3, 1];
            places.CopyTo(centers.Values, 0);
            var labels = new int[count];
            new NearestCenters(Frames.Of(values, values), CentroidDistance.Euclidean).Label(centers, 0, labels);
            Assert.Equal(values.Select(v => v <= 2 ? 0 : 1), labels);
        }
    }

    [Fact]
    public void NearTiesAreBrokenByADraw()
    {
        var data = Frames.Of(new double[400], new double[400]);
        var centers = new Matrix(2, 2);
        double[] places = [-1, 1.000001, 0, 0];
        places.CopyTo(centers.Values, 0);
        var labels = FinalLabels.Of(data, centers, CentroidDistance.Euclidean, new RunContext(seed: 1));
        Assert.InRange(labels.Count(l => l == 1), 150, 250);
        Assert.InRange(labels.Count(l => l == 2), 150, 250);
    }

    [Fact]
    public void DistinctRowsComeInTheOrderAsked()
    {
        var rows = DistinctRows.Of(Frames.Of([1, 2, 1, 0.0, -0.0], [1, 2, 1, 5, 5]), new RunContext());
        Assert.Equal(3, rows.Count);
        Assert.Equal([4, 2, 1], rows.InOrder([4, 3, 2, 1, 0]));
    }

    static KMeansRun Start(NumericFrame data, int[] starts) => new(new KMeansCases(data, CentroidDistance.Euclidean, new RunContext()), data.Select(starts));

    static void PlainPass(KMeansCases cases, Matrix centers, int[] labels)
    {
        for (var first = 0; first < labels.Length; first += KMeansCases.BlockSize)
            cases.Nearest.Label(centers, first, labels.AsSpan(first, Math.Min(KMeansCases.BlockSize, labels.Length - first)));
        cases.MakeRule(centers.Rows).Move(labels, [.. Enumerable.Repeat(true, cases.Blocks)], centers, Work);
    }
}
