using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Supervised.Glm;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Supervised.Glm;

public class GlmLearnerTests
{
    static readonly DoubleColumn X1 = Numbers("x1", 1, 2, 3, 4, 5, 6, 7, 8);
    static readonly FactorColumn Group = new("g", new[] { 0, 0, 1, 1, 2, 2, 2, 2 }, ["a", "b", "c", "unused"]);
    static readonly DoubleColumn Y = Numbers("y", 1.2, 1.9, 3.4, 3.8, 5.1, 6.2, 6.8, 8.4);

    [Fact]
    public void A_small_regression_gives_the_coefficients_of_R() =>
        Near([0.055, 0.98, 0.03], Coefficients(Fit([X1, Numbers("x2", 2, 1, 4, 3, 6, 5, 8, 7)], Y)), 1e-14);

    [Fact]
    public void Separable_classes_stop_with_the_coefficients_of_R()
    {
        var heard = new List<string>();
        var outcome = new FactorColumn("y", new[] { 0, 0, 0, 1, 0, 1, 1, 1 }, ["n", "y"]);
        var model = Fit([X1, Numbers("x2", 3, 1, 2, 5, 4, 6, 8, 7)], outcome, heard: heard);
        // The 25th step rests on weights near the guards' 2e-16, so rounding counts more than elsewhere.
        Near([-129.46377607775815, -9.68754030334578, 38.35260529350370], Coefficients(model), 1e-6);
        Assert.Equal(["glm.fit: fitted probabilities numerically 0 or 1 occurred"], heard);
    }

    [Fact]
    public void A_column_that_others_explain_has_no_coefficient_and_is_left_out_of_predictions()
    {
        var heard = new List<string>();
        var tooth = GoldenData.Table("toothgrowth");
        var supplement = (FactorColumn)tooth.Columns[0];
        DoubleColumn Is(int level) =>
            new("supp_" + supplement.Levels[level], Array.ConvertAll(supplement.Codes.ToArray(), c => c == level ? 1.0 : 0));
        Column[] features = [Is(0), Is(1), tooth.Columns[1]];

        var model = Fit(features, tooth.Columns[2], heard: heard);

        Assert.Equal(["(Intercept)", "supp_OJ", "supp_VC", "dose"], model.Importance!.Variables);
        Near([5.572500000000003, 3.7000000000000055, double.NaN, 9.76357142857142], Coefficients(model), 1e-12);
        Near([5.5725 + 0.5 * 9.76357142857142], model.Predict(features, new RunContext()).Values.Values.Take(1), 1e-12);
        Assert.Equal(["prediction from a rank-deficient fit may be misleading"], heard);
    }

    [Fact]
    public void A_factor_has_a_column_for_each_level_that_occurs_but_the_first()
    {
        var model = Fit([X1, Group], Y);
        Assert.Equal(["(Intercept)", "x1", "gb", "gc"], model.Importance!.Variables);
    }

    [Fact]
    public void A_name_that_is_none_in_R_stands_in_backticks() =>
        Assert.Equal(["(Intercept)", "`a b`", "`my g`b", "`my g`c", ".x"],
            Fit([X1.Rename("a b"), Group.Rename("my g"), Numbers(".x", 1, 0, 1, 1, 0, 1, 0, 0)], Y).Importance!.Variables);

    [Fact]
    public void Levels_are_matched_by_text()
    {
        var model = Fit([X1, Group], Y);
        var turned = new FactorColumn("g", new[] { 2, 2, 1, 1, 0, 0, 0, 0 }, ["c", "b", "a"]);
        var expected = model.Predict([X1, Group], new RunContext());
        Assert.Equal(expected.Values.Values, model.Predict([X1, turned], new RunContext()).Values.Values);
    }

    [Fact]
    public void A_level_that_training_did_not_have_is_refused_by_name()
    {
        var model = Fit([X1, Group], Y);
        var other = new FactorColumn("g", new[] { 0, 1 }, ["a", "z"]);
        var refused = Assert.Throws<LearningException>(() => model.Predict([Numbers("x1", 1, 2), other], new RunContext()));
        Assert.Equal("factor g has new levels z", refused.Message);
    }

    [Fact]
    public void A_factor_of_one_level_is_refused()
    {
        var refused = Assert.Throws<LearningException>(() => Fit([new FactorColumn("g", new int[8], ["a", "b"])], Y));
        Assert.Equal("contrasts can be applied only to factors with 2 or more levels", refused.Message);
    }

    [Fact]
    public void A_feature_with_a_level_a_case_is_refused_by_name()
    {
        var ids = new FactorColumn("id", Enumerable.Range(0, 6000).ToArray(), [.. Enumerable.Range(0, 6000).Select(i => $"p{i}")]);
        var refused = Assert.Throws<LearningException>(() => Fit([ids], new DoubleColumn("y", new double[6000])));
        Assert.Equal("GLM would need 6000 coefficients; at most 5000 can be fitted. Feature 'id' alone has 6000 levels.", refused.Message);
    }

    [Fact]
    public void A_weight_of_2_is_a_case_twice()
    {
        var outcome = new FactorColumn("y", new[] { 0, 1, 0, 1, 0, 1, 0, 1 }, ["n", "y"]);
        double[] weights = [2, 1, 1, 2, 1, 1, 1, 2];
        int[] twice = [0, 0, 1, 2, 3, 3, 4, 5, 6, 7, 7];
        foreach (var y in new Column[] { Y, outcome })
        {
            var weighted = Coefficients(Fit([X1], y, weights));
            Near(Coefficients(Fit([X1.SelectRows(twice)], y.SelectRows(twice))), weighted, 1e-7);
        }
    }

    [Fact]
    public void A_feature_named_weights_weighs_cases_as_in_R()
    {
        double[] weights = [2, 1, 1, 2, 1, 1, 1, 2];
        var feature = Numbers("weights", weights);
        Assert.Equal(Coefficients(Fit([X1, feature.Rename("w")], Y, weights)), Coefficients(Fit([X1, feature], Y)));
    }

    [Fact]
    public void The_order_of_cases_makes_no_difference_but_rounding()
    {
        int[] order = [5, 3, 7, 0, 1, 6, 2, 4];
        var reordered = Fit([X1.SelectRows(order), Group.SelectRows(order)], Y.SelectRows(order));
        Near(Coefficients(Fit([X1, Group], Y)), Coefficients(reordered), 1e-12);
    }

    [Theory]
    [InlineData("synth_reg")]
    [InlineData("synth_bin")]
    public void The_number_of_threads_makes_no_difference_at_all(string data)
    {
        // Several copies, so that there are several segments to share out.
        var table = GoldenData.Table(data);
        table = table.SelectRows([.. Enumerable.Repeat(Enumerable.Range(0, table.Rows), 12).SelectMany(r => r)]);
        var all = new SupervisedData([.. table.Columns.SkipLast(1)], table.Columns[^1]);
        var learner = new GlmLearner(new GlmParameters());
        var coefficients = new[] { 1, 4 }.Select(threads => Coefficients(learner.Fit(all, new RunContext(threads: threads))));
        Assert.Single(coefficients.Select(c => string.Join(' ', c.Select(BitConverter.DoubleToInt64Bits))).Distinct());
    }

    [Fact]
    public void A_number_that_is_not_finite_is_refused()
    {
        var infinite = Numbers("x1", 1, 2, 3, 4, 5, 6, 7, double.PositiveInfinity);
        Assert.Equal("NA/NaN/Inf in 'x'", Assert.Throws<LearningException>(() => Fit([infinite], Y)).Message);
        Assert.Equal("NA/NaN/Inf in 'y'", Assert.Throws<LearningException>(() => Fit([Y], infinite)).Message);
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var data = new SupervisedData([X1], Y);
        Assert.ThrowsAny<OperationCanceledException>(
            () => new GlmLearner(new GlmParameters()).Fit(data, new RunContext(cancellation: cancelled.Token)));
    }

    [Fact]
    public void The_only_parameter_is_ifw()
    {
        var spec = Assert.Single(GlmParameters.Set.Specs);
        Assert.Equal(("ifw", new ParameterValue.Logical(false), true), (spec.Name, spec.Default, spec.Tunable));
        var refused = Assert.Throws<ParameterException>(() => GlmParameters.Set.Bind([new("nope", ParameterValue.Null)]));
        Assert.Equal("Unknown GLM hyperparameter key: `nope`.", refused.Message);
    }

    static DoubleColumn Numbers(string name, params double[] values) => new(name, values);

    static ISupervisedModel Fit(IReadOnlyList<Column> features, Column outcome, double[]? weights = null, List<string>? heard = null) =>
        new GlmLearner(GlmParameters.From(GlmParameters.Set.Defaults)).Fit(
            weights is null ? new SupervisedData(features, outcome) : new SupervisedData(features, outcome, weights),
            new RunContext(m => heard?.Add(m.Text)));

    static IReadOnlyList<double> Coefficients(ISupervisedModel model) => model.Importance!.Measures[0].Values;

    static void Near(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
