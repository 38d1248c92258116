using Rtemis.Learning.Clustering.KMeans;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Clustering;

public class KMeansRuleTests
{
    [Fact]
    public void NoPassMakesTheObjectiveWorse()
    {
        var data = Frames.Of(Frames.Normal(3000, 3, 1));
        var course = Run(data, [0, 1, 2, 3, 4]).Course;
        Assert.InRange(course.Count, 5, 200);
        for (var i = 1; i < course.Count; i++) Assert.True(course[i] <= course[i - 1] * (1 + 1e-14));
    }

    [Fact]
    public void AClusterThatLosesAllCasesIsDropped()
    {
        // Equal starts: the first takes all cases of both.
        var run = Run(Frames.Of([1, 1, 9], [1, 1, 9]), [0, 1, 2]);
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
        new MedianCenters(Frames.Of(values, values), new RunContext()).Move(new int[values.Length], centers);
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
            new NearestCenters(Frames.Of(values, values), KMeansDistance.Euclidean).Label(centers, labels);
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
        var labels = FinalLabels.Of(
            data, centers, new NearestCenters(data, KMeansDistance.Euclidean), KMeansDistance.Euclidean, new RunContext(seed: 1));
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

    static KMeansRun Run(NumericFrame data, int[] starts)
    {
        var run = new KMeansRun(data, starts, new NearestCenters(data, KMeansDistance.Euclidean), new MeanCenters(data));
        run.Continue(int.MaxValue, CancellationToken.None);
        return run;
    }
}
