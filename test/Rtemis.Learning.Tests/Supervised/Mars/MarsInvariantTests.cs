using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Mars;

namespace Rtemis.Learning.Tests.Supervised.Mars;

/// <summary>What must not change the model, and what it must find.</summary>
public class MarsInvariantTests
{
    const double Tolerance = 1e-9;

    [Fact]
    public void A_hinge_without_noise_is_found_at_its_knot()
    {
        double[] x = [.. Enumerable.Range(0, 101).Select(i => i / 10.0)];
        double[] y = [.. x.Select(v => 2 + 3 * Math.Max(0, v - 4))];
        var data = new SupervisedData([new DoubleColumn("x", x)], new DoubleColumn("y", y));
        // Every case may carry a knot but the first and the last.
        Assert.All(Predict(data, new MarsParameters { MinSpan = 1, EndSpan = 1 }).Zip(y), p => Assert.Equal(p.Second, p.First, Tolerance));
    }

    [Fact]
    public void The_order_of_columns_changes_nothing()
    {
        var data = Cases(200, 6, 5);
        var turned = data.WithFeatures([.. data.Features.Reverse()]);
        Same(Predict(data, new MarsParameters { Degree = 2 }), Predict(turned, new MarsParameters { Degree = 2 }));
    }

    [Fact]
    public void Equal_weights_are_no_weights()
    {
        var data = Cases(150, 4, 7);
        var weights = Enumerable.Repeat(2.5, 150).ToArray();
        Same(Predict(data, new MarsParameters()), Predict(data.WithWeights(weights), new MarsParameters()));
    }

    [Fact]
    public void Only_the_proportions_of_weights_count()
    {
        var data = Cases(150, 4, 9);
        double[] weights = [.. Enumerable.Range(0, 150).Select(i => 1 + i % 4)];
        double[] tripled = [.. weights.Select(w => 3 * w)];
        Same(Predict(data.WithWeights(weights), new MarsParameters()), Predict(data.WithWeights(tripled), new MarsParameters()));
    }

    [Fact]
    public void An_outcome_that_never_changes_is_predicted_by_the_intercept()
    {
        var data = new SupervisedData(Cases(40, 3, 1).Features, new DoubleColumn("y", Enumerable.Repeat(3.0, 40).ToArray()));
        Assert.All(Predict(data, new MarsParameters()), p => Assert.Equal(3, p, Tolerance));
    }

    [Fact]
    public void Unknown_levels_of_a_factor_have_zeros_in_all_columns()
    {
        int[] codes = [.. Enumerable.Range(0, 60).Select(i => i % 2)];
        double[] y = [.. codes.Select((c, i) => c * 5 + 0.01 * (i % 7))];
        var data = new SupervisedData([new FactorColumn("f", codes, ["a", "b"])], new DoubleColumn("y", y));
        var model = new MarsLearner(new MarsParameters()).Fit(data, new RunContext());
        var known = model.Predict(data.Features, new RunContext()).Values;
        var unknown = model.Predict([new FactorColumn("f", new[] { 0 }, ["c"])], new RunContext()).Values;
        Assert.NotEqual(known[0, 0], known[1, 0], 1);
        Assert.True(double.IsFinite(unknown[0, 0]));
    }

    static void Same(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second, Tolerance * (1 + Math.Abs(p.First))));

    static double[] Predict(SupervisedData data, MarsParameters parameters) =>
        new MarsLearner(parameters).Fit(data, new RunContext()).Predict(data.Features, new RunContext()).Values.Values;

    static SupervisedData Cases(int rows, int columns, int seed)
    {
        var random = new System.Random(seed);
        double[][] x = [.. Enumerable.Range(0, columns).Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextDouble()).ToArray())];
        double[] y = [.. Enumerable.Range(0, rows).Select(i => 4 * Math.Abs(x[0][i] - 0.4) + 3 * x[1][i] * x[2][i] + 0.2 * random.NextDouble())];
        return new SupervisedData([.. x.Select((v, c) => new DoubleColumn($"x{c}", v))], new DoubleColumn("y", y));
    }
}
