using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Supervised;

namespace Rtemis.Learning.Tests.Metrics;

public sealed class ClassificationMetricsTests
{
    static readonly int[] Truth = [0, 0, 0, 1, 1, 1, 1, 1, 1, 1];

    [Fact]
    public void TwoClasses()
    {
        var prediction = Probabilities([.3, .55, .45, .75, .57, .3, .8, .63, .62, .39]);
        int[] predicted = [0, 1, 0, 1, 1, 0, 1, 1, 1, 0];
        Assert.Equal(predicted, PredictedClasses.Of(prediction));
        var metrics = ClassificationMetrics.Compute(["a", "b"], Truth, predicted, prediction.Values);

        Assert.Equal(["b", "a"], metrics.Confusion.Classes);
        Assert.Equal((5, 1, 2, 2), (metrics.Confusion[0, 0], metrics.Confusion[1, 0], metrics.Confusion[0, 1], metrics.Confusion[1, 1]));
        Assert.Equal("b", metrics.PositiveClass);
        Close(
            [("sensitivity", .7142857), ("specificity", .6666667), ("balanced_accuracy", .6904762), ("ppv", .8333333), ("npv", .5), ("f1", .7692308),
                ("accuracy", .7), ("auc", .7857143), ("brier_score", .20258)],
            metrics.Overall);
        Assert.Equal(["b", "a"], metrics.Classes.Select(c => c.Level));
        Assert.Equal(metrics.Classes[0].Sensitivity, metrics.Classes[1].Specificity);
    }

    [Fact]
    public void ThreeClasses()
    {
        int[] truth = [0, 0, 1, 1, 2, 2, 2], predicted = [0, 1, 1, 1, 2, 0, 2];
        var metrics = ClassificationMetrics.Compute(["x", "y", "z"], truth, predicted, new Matrix(7, 3));
        Close([("balanced_accuracy", .7222222), ("f1", .7), ("accuracy", .7142857)], metrics.Overall);
        Assert.Null(metrics.PositiveClass);
        Assert.Equal(["x", "y", "z"], metrics.Confusion.Classes);
    }

    [Fact]
    public void AnAbsentClassHasNoMeans()
    {
        int[] codes = [0, 1, 1];
        var metrics = ClassificationMetrics.Compute(["x", "y", "z"], codes, codes, new Matrix(3, 3));
        Assert.Equal((double.NaN, double.NaN, 1.0), (metrics.Overall["balanced_accuracy"], metrics.Overall["f1"], metrics.Overall["accuracy"]));
    }

    [Fact]
    public void AClassThatIsNeverPredictedHasNoF1()
    {
        int[] truth = [0, 1, 2], predicted = [0, 1, 1];
        var metrics = ClassificationMetrics.Compute(["x", "y", "z"], truth, predicted, new Matrix(3, 3));
        Assert.Equal(2.0 / 3, metrics.Overall["balanced_accuracy"], 15);
        Assert.Equal(double.NaN, metrics.Overall["f1"]);
    }

    [Fact]
    public void OneClassAloneHasNoAuc()
    {
        int[] codes = [1, 1];
        Assert.Equal(double.NaN, ClassificationMetrics.Compute(["a", "b"], codes, codes, Probabilities([.6, .7]).Values).Overall["auc"]);
    }

    [Fact]
    public void AHalfIsPositiveAndTheFirstOfEqualsWins()
    {
        Assert.Equal([1, 0], PredictedClasses.Of(Probabilities([0.5, 0.49999999])));
        var equal = new Matrix(1, 3);
        equal.Values.AsSpan().Fill(1.0 / 3);
        Assert.Equal([0], PredictedClasses.Of(new Prediction(equal)));
    }

    [Fact]
    public void WhatIsNoProbabilityIsRefused()
    {
        var refused = Assert.Throws<LearningException>(() => BrierScore.Compute([0.5, 1.5], [0, 1], 1));
        Assert.Equal("Assertion on 'prob' failed: Element 2 is not <= 1.", refused.Message);
    }

    static void Close((string Name, double Value)[] expected, MetricRow row)
    {
        Assert.Equal(expected.Select(e => e.Name), row.Names);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i].Value, row.Values[i], 7);
    }

    static Prediction Probabilities(double[] values)
    {
        var matrix = new Matrix(values.Length, 1);
        values.CopyTo(matrix.Values, 0);
        return new Prediction(matrix);
    }
}
