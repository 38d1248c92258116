using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Supervised.Gam;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Supervised.Gam;

public class GamLearnerTests
{
    static readonly string[] All = ["a", "c", "g", "b"];

    [Fact]
    public void Too_few_different_values_are_refused_with_the_features_name()
    {
        var table = GoldenData.Table("mtcars");
        var refusal = Assert.Throws<LearningException>(() => Fit(new SupervisedData([.. table.Columns.SkipLast(1)], table.Columns[^1])));
        Assert.StartsWith("A term has fewer unique covariate combinations than specified maximum degrees of freedom", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'cyl' has 3 different values", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_coefficients_than_cases_are_refused()
    {
        var refusal = Assert.Throws<LearningException>(() => Fit(GamCases.Of(8, "y", ["a", "b"])));
        Assert.Equal("Model has more coefficients than data", refusal.Message);
    }

    [Fact]
    public void An_infinite_value_is_refused_with_the_features_name()
    {
        var data = GamCases.Of(50, "y", ["a"]);
        var values = NumericColumn.Numbers(data.Features[0]).ToArray();
        values[7] = double.PositiveInfinity;
        var refusal = Assert.Throws<LearningException>(() => Fit(data.WithFeatures([new DoubleColumn("a", values)])));
        Assert.Contains("'a'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_k_below_3_is_raised_with_a_warning()
    {
        var told = new List<RunMessage>();
        var data = GamCases.Of(100, "y", ["a", "b"]);
        var raised = new GamLearner(new GamParameters { K = 1 }).Fit(data, new RunContext(told.Add));
        Assert.Contains(told.OfType<TextMessage>(), m => m.Text == "basis dimension, k, increased to minimum possible");
        Assert.Equal(Values(Fit(data, 3), data), Values(raised, data));
    }

    // Of a score per case only that for two classes doesn't count the cases.
    [Fact]
    public void For_two_classes_a_whole_weight_counts_as_repetition()
    {
        var weighted = GamCases.Of(150, "cls", ["a", "g", "b"], "ww");
        var times = weighted.Weights!.Value.ToArray();
        int[] repeated = [.. Enumerable.Range(0, 150).SelectMany(i => Enumerable.Repeat(i, (int)times[i]))];
        Near(Values(Fit(weighted), weighted), Values(Fit(weighted.WithWeights(null).SelectRows(repeated)), weighted), 1e-5);
    }

    [Theory]
    [InlineData("y")]
    [InlineData("cls")]
    public void The_order_of_the_features_doesnt_matter(string outcome)
    {
        var data = GamCases.Of(200, outcome, All);
        var turned = GamCases.Of(200, outcome, [.. All.Reverse()]);
        Near(Values(Fit(data), data), Values(Fit(turned), turned), 1e-5);
    }

    [Fact]
    public void The_scale_of_a_feature_doesnt_matter()
    {
        var data = GamCases.Of(200, "y", ["a", "b"]);
        var scaled = data.WithFeatures([new DoubleColumn("a", Array.ConvertAll(NumericColumn.Numbers(data.Features[0]).ToArray(), v => 1e6 + 3000 * v)), data.Features[1]]);
        Near(Values(Fit(data), data), Values(Fit(scaled), scaled), 1e-5);
    }

    [Theory]
    [InlineData("y")]
    [InlineData("cls")]
    public void A_feature_twice_predicts_as_once(string outcome)
    {
        var once = GamCases.Of(200, outcome, ["a"]);
        var twice = once.WithFeatures([once.Features[0], once.Features[0].Rename("again")]);
        var (expected, actual) = (Values(Fit(once), once), Values(Fit(twice), twice));
        Assert.All(actual, v => Assert.True(double.IsFinite(v)));
        // Two penalties in place of one: another curve, though not by much.
        Near(expected, actual, 0.1);
    }

    [Fact]
    public void A_perfect_line_is_found()
    {
        var data = GamCases.Of(100, "y", ["a", "b"]);
        var line = new DoubleColumn("y", NumericColumn.Numbers(data.Features[0]).ToArray().Select(v => 3 * v - 1).ToArray());
        Near([.. line.Values.ToArray()], Values(Fit(new SupervisedData(data.Features, line)), data), 1e-6);
    }

    [Fact]
    public void Classes_that_can_be_told_apart_give_probabilities_near_0_and_1()
    {
        var data = GamCases.Of(120, "y", ["a", "b"]);
        var classes = new FactorColumn("y", NumericColumn.Numbers(data.Features[0]).ToArray().Select(v => v > 0.5 ? 1 : 0).ToArray(), ["no", "yes"]);
        var predicted = Values(Fit(new SupervisedData(data.Features, classes)), data);
        Assert.All(predicted.Zip(classes.Codes.ToArray()), p => Assert.Equal(p.Second, p.First, 0.05));
    }

    [Fact]
    public void A_feature_named_weights_is_taken_for_the_weights()
    {
        var data = GamCases.Of(200, "y", ["a", "b"]);
        var renamed = data.WithFeatures([data.Features[0], new DoubleColumn("weights", Array.ConvertAll(NumericColumn.Numbers(data.Features[1]).ToArray(), v => v + 1))]);
        var given = renamed.WithWeights(NumericColumn.Numbers(renamed.Features[1]));
        Assert.Equal(Values(Fit(given), given), Values(Fit(renamed), renamed));
    }

    [Fact]
    public void An_unseen_level_is_refused_by_name()
    {
        var data = GamCases.Of(60, "y", ["a", "g"]);
        var model = Fit(data);
        Column[] other = [data.Features[0], new FactorColumn("g", new int[60], ["q"])];
        Assert.Contains("new level q", Assert.Throws<LearningException>(() => model.Predict(other, new RunContext())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y")]
    [InlineData("cls")]
    public void Threads_change_nothing_over_many_chunks(string outcome)
    {
        var data = GamCases.Of(9000, outcome, ["a", "g"]);
        var one = new GamLearner(new GamParameters()).Fit(data, new RunContext(threads: 1));
        var four = new GamLearner(new GamParameters()).Fit(data, new RunContext(threads: 4));
        Assert.Equal(Values(one, data), Values(four, data));
    }

    static ISupervisedModel Fit(SupervisedData data, int k = 5) => new GamLearner(new GamParameters { K = k }).Fit(data, new RunContext());

    static double[] Values(ISupervisedModel model, SupervisedData data) => model.Predict(data.Features, new RunContext()).Values.Values;

    static void Near(double[] expected, double[] actual, double tolerance) =>
        Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second, tolerance * (1 + Math.Abs(p.First))));
}
