using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Isotonic;

namespace Rtemis.Learning.Tests.Supervised.Isotonic;

/// <summary>Small cases whose fit can be done by hand, and what R's isoreg gives for them.</summary>
public class IsotonicTests
{
    static readonly IsotonicLearner Learner = new(new IsotonicParameters());

    [Fact]
    public void Pools_neighbours_that_decrease_and_predicts_the_first_knot_not_below()
    {
        var model = Learner.Fit(Regression([1, 2, 2, 3, 5], [1, 3, 2, 2.5, 5]), new RunContext());
        Assert.Equal([1, 1, 2.5, 2.5, 2.5, 2.5, 5, 5], At(model, 0, 1, 1.5, 2, 2.5, 3, 4, 9));
    }

    [Fact]
    public void Keeps_probabilities_half_a_case_from_0_and_1()
    {
        var outcome = new FactorColumn("y", new[] { 0, 0, 0, 1, 0, 1, 1, 1 }, ["n", "y"]);
        var data = new SupervisedData([new DoubleColumn("x", new double[] { 1, 2, 3, 4, 5, 6, 7, 8 })], outcome);
        Assert.Equal([.0625, .0625, .5, .5, .9375], At(Learner.Fit(data, new RunContext()), 0, 1.5, 3.5, 4.5, 9));
    }

    [Fact]
    public void Of_random_cases_the_fit_never_decreases_and_keeps_the_mean()
    {
        var random = new System.Random(4);
        var (x, y) = (new double[500], new double[500]);
        for (var i = 0; i < x.Length; i++) (x[i], y[i]) = (random.Next(100), i + random.NextDouble());
        var model = Learner.Fit(Regression(x, y), new RunContext());
        var fitted = At(model, x);
        var sorted = x.Zip(fitted).OrderBy(p => p.First).Select(p => p.Second).ToArray();
        Assert.Equal(sorted.Order(), sorted);
        Assert.Equal(y.Average(), fitted.Average(), 1e-9);
    }

    [Fact]
    public void Refuses_more_than_one_feature_text_and_weights()
    {
        var x = new DoubleColumn("x", new double[] { 1, 2, 3 });
        var y = new DoubleColumn("y", new double[] { 1, 2, 3 });
        var factor = new FactorColumn("f", new[] { 0, 1, 0 }, ["a", "b"]);
        Assert.Contains("single predictor", Refusal(new SupervisedData([x, x.Rename("x2")], y)), StringComparison.Ordinal);
        Assert.Contains("`f`", Refusal(new SupervisedData([factor], y)), StringComparison.Ordinal);
        Assert.Contains("weights", Refusal(new SupervisedData([x], y, new double[] { 1, 1, 1 })), StringComparison.Ordinal);
    }

    static string Refusal(SupervisedData data) => Assert.Throws<LearningException>(() => Learner.Fit(data, new RunContext())).Message;

    static SupervisedData Regression(double[] x, double[] y) => new([new DoubleColumn("x", x)], new DoubleColumn("y", y));

    static double[] At(Learning.Supervised.ISupervisedModel model, params double[] x) =>
        model.Predict([new DoubleColumn("x", x)], new RunContext()).Values.Column(0).ToArray();
}
