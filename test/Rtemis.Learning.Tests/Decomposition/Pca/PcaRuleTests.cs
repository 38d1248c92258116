using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Decomposition.Pca;

public class PcaRuleTests
{
    const string Constant = "cannot rescale a constant/zero column to unit variance";

    [Fact]
    public void KeepsNoMoreComponentsThanThereAreVariablesOrCases()
    {
        Assert.Equal(3, PcaTests.Fit(Frames.Of(Frames.Normal(10, 3, 1)), 9).Rotation.Columns);
        var wide = PcaTests.Fit(Frames.Of(Frames.Normal(4, 9, 1)), 9);
        Assert.Equal(4, wide.Scores.Columns);
        Assert.Equal(4, wide.StandardDeviations.Count);
        Assert.Equal(0, wide.StandardDeviations[3], 1e-14);
    }

    [Fact]
    public void DropsComponentsBelowTheTolerance()
    {
        var iris = GoldenColumns.Frame("iris");
        var model = PcaTests.Fit(iris, 3, tol: 0.3);
        Assert.Equal(2, model.Scores.Columns);
        Assert.Equal(4, model.StandardDeviations.Count);
        Refuses("length of 'dimnames' [2] not equal to array extent", () => PcaTests.Fit(iris, 3, tol: 1));
    }

    [Fact]
    public void RefusesToScaleAConstantColumn()
    {
        double[] varied = [1, 2, 4];
        Refuses(Constant, () => PcaTests.Fit(Frames.Of(varied, [0.1, 0.1, 0.1]), 2));
        Refuses(Constant, () => PcaTests.Fit(Frames.Of(varied, [0, 0, 0]), 2, center: false));
        Refuses(Constant, () => PcaTests.Fit(Frames.Of([1], [2]), 2));
        Refuses(Constant, () => PcaTests.Fit(Frames.Of([], []), 2));
        Assert.Equal(0, PcaTests.Fit(Frames.Of(varied, [0.1, 0.1, 0.1]), 2, scale: false).StandardDeviations[1], 1e-15);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void RefusesInfiniteValues(bool center, bool scale) => Refuses(
        "infinite or missing values in 'x'", () => PcaTests.Fit(Frames.Of([1, 2, double.PositiveInfinity], [3, 1, 2]), 2, center, scale));

    [Fact]
    public void ScalesByTheRootMeanSquareWithoutCentring()
    {
        var model = PcaTests.Fit(Frames.Of([1, 2, 3], [2, 0, 1]), 2, center: false);
        Assert.Null(model.Center);
        Assert.Equal(Math.Sqrt(14.0 / 2), model.Scale![0], 1e-15);
        Assert.Equal(Math.Sqrt(5.0 / 2), model.Scale[1], 1e-15);
    }

    [Theory]
    [InlineData(20_000, 20, 5)]
    [InlineData(2_000, 150, 5)]
    [InlineData(90, 3_000, 5)]
    public void TheNumberOfThreadsChangesNoBit(int rows, int columns, int k)
    {
        var data = Frames.Of(Frames.Normal(rows, columns, 2));
        var one = PcaTests.Fit(data, k, context: new RunContext(threads: 1));
        var four = PcaTests.Fit(data, k, context: new RunContext(threads: 4));
        Assert.Equal(one.StandardDeviations, four.StandardDeviations);
        Assert.Equal(one.Rotation.Values, four.Rotation.Values);
        Assert.Equal(one.Scores.Values, four.Scores.Values);
    }

    [Fact]
    public void StopsWhenCancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => PcaTests.Fit(GoldenColumns.Frame("iris"), 3, context: new RunContext(cancellation: source.Token)));
    }

    [Fact]
    public void CallsItselfPca() => Assert.Equal("PCA", new PcaDecomposer(PcaParameters.From(PcaParameters.Set.Defaults)).Algorithm);

    static void Refuses(string message, Action fit)
    {
        var refused = Assert.Throws<LearningException>(fit);
        Assert.Equal(message, refused.Message);
        Assert.Equal("simpleError", refused.Condition);
    }
}
