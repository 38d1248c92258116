using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Supervised.Svm;

namespace Rtemis.Learning.Tests.Supervised.Svm;

/// <summary>Against e1071 1.7-13, whose class probabilities were drawn with R's L'Ecuyer-CMRG after <c>set.seed(7)</c>.</summary>
public class SvmTests
{
    // The solver takes the same steps; only sums differ in their last bits.
    const double Tolerance = 1e-11;

    static readonly DoubleColumn A = new("a", new double[] { 1, 2, 3, 4, 5, 6, 7, 8 });
    static readonly DoubleColumn B = new("b", new double[] { 2, 1, 4, 3, 6, 5, 8, 7 });
    static readonly DoubleColumn Y = new("y", new double[] { 1.2, 1.9, 3.4, 3.8, 5.1, 6.2, 6.8, 8.4 });
    static readonly FactorColumn Two = new("class", new[] { 0, 1, 0, 1, 0, 1, 1, 1 }, ["n", "y"]);
    static readonly FactorColumn Three = new("class", new[] { 0, 0, 1, 2, 1, 0, 2, 2 }, ["m", "n", "y"]);

    [Fact]
    public void A_linear_regression_is_that_of_R()
    {
        var model = Fit(new LinearSvmLearner(new()), [A, B], Y);
        Near(
            [1.341583464273060, 2.147619839103115, 3.243430431307063, 4.049466806137116, 5.145277398341064, 5.951313773171118, 7.047124365375065, 7.853160740205121],
            Predict(model, [A, B]).Values);
        Assert.Equal(["(Intercept)", "a", "b"], model.Importance!.Variables);
        Near([-.001060040069378359, .868003118926733985, .071579587680998258], Assert.Single(model.Importance.Measures).Values);
    }

    [Fact]
    public void A_radial_regression_is_that_of_R()
    {
        var model = Fit(new RadialSvmLearner(new() { Gamma = 0.5 }), [A, B], Y);
        Near(
            [1.774825272755022, 2.147781371927425, 3.220529409462544, 3.621594310913592, 5.348640889098262, 5.951607445461049, 6.551970281294961, 7.128797662020991],
            Predict(model, [A, B]).Values);
        Assert.Null(model.Importance);
    }

    [Fact]
    public void A_constant_column_leaves_everything_unscaled_and_is_told()
    {
        List<RunMessage> told = [];
        Column[] features = [A, B, new DoubleColumn("k", new double[] { 1, 1, 1, 1, 1, 1, 1, 1 })];
        var model = new LinearSvmLearner(new()).Fit(new SupervisedData(features, Y), new RunContext(told.Add));
        Near([0.01249999999999724, 0.96250000000000213, 0.06249999999999822, 0], model.Importance!.Measures[0].Values);
        var warning = Assert.IsType<TextMessage>(Assert.Single(told));
        Assert.Equal(("Variable(s) ‘k’ constant. Cannot scale data.", TextLevel.Warn), (warning.Text, warning.Level));
    }

    [Fact]
    public void A_factor_counts_by_all_its_levels()
    {
        var kind = new FactorColumn("kind", new[] { 0, 1, 2, 0, 0, 1, 2, 0 }, ["a", "b", "c"]);
        var model = Fit(new LinearSvmLearner(new() { Cost = 0.5 }), [A, kind], Y);
        Assert.Equal(["(Intercept)", "a", "kind_a", "kind_b", "kind_c"], model.Importance!.Variables);
        Near([-0.019170814360772545, 0.939704955723029811, 0, -0.005174438172164564, 0.005174438172164564], model.Importance.Measures[0].Values);
    }

    [Fact]
    public void Probabilities_of_two_classes_are_those_of_R()
    {
        Near(
            [
                0.6133469744723714, 0.5825271284951791, 0.6146955231549083, 0.5817170950163145, 0.5971126295835545, 0.5690142161691467, 0.5690142212290270,
                0.5502891974365622,
            ],
            Predict(Fit(new RadialSvmLearner(new() { Cost = 2, Gamma = 0.1 }), [A, B], Two), [A, B]).Values);
        var linear = Fit(new LinearSvmLearner(new()), [A, B], Two);
        Near(
            [
                0.4867118487592593, 0.5431643218811211, 0.5431081429778296, 0.5984750082443604, 0.5984206023383423, 0.6513870759827278, 0.6513356627076734,
                0.7008122469594664,
            ],
            Predict(linear, [A, B]).Values);
        Near([-0.3334445512830232, -1.2251536949986870, 0.4089296143976311], linear.Importance!.Measures[0].Values);
    }

    [Fact]
    public void Probabilities_of_three_classes_are_those_of_R_and_sum_to_one()
    {
        var model = Fit(new LinearSvmLearner(new()), [A, B], Three);
        var values = Predict(model, [A, B]);
        Near(
            [
                0.3497318631172311, 0.3344145228742834, 0.3841469950728714, 0.3704754239253892, 0.4195728189416401, 0.4097399943272287, 0.4566383955562654,
                0.4518790166570685,
            ],
            values.Column(0).ToArray());
        Near(
            [
                0.1897171679785561, 0.2100972106624419, 0.1943229977467970, 0.2179638272156472, 0.1944530253556597, 0.2181099038613732, 0.1917476976093054,
                0.2119819878099268,
            ],
            values.Column(1).ToArray());
        for (var i = 0; i < values.Rows; i++) Assert.Equal(1, values[i, 0] + values[i, 1] + values[i, 2], 1e-14);
        Assert.Null(model.Importance);
    }

    [Fact]
    public void A_level_that_training_lacks_has_no_probability()
    {
        var outcome = new FactorColumn("class", Array.ConvertAll(Two.Codes.ToArray(), c => c * 2), ["n", "none", "y"]);
        var values = Predict(Fit(new LinearSvmLearner(new()), [A, B], outcome), [A, B]);
        Assert.Equal(0.4867118487592593, values[0, 2], Tolerance);
        Assert.All(values.Column(1).ToArray(), p => Assert.Equal(0, p));
    }

    [Fact]
    public void As_many_random_numbers_are_drawn_as_in_R()
    {
        Assert.Equal(0.7617765517089337, Next(Y), 1e-15);
        Assert.Equal(0.7617765517089337, Next(Two), 1e-15);
        Assert.Equal(0.4624934813935879, Next(Three), 1e-15);

        static double Next(Column outcome)
        {
            var context = new RunContext(seed: 7);
            new LinearSvmLearner(new()).Fit(new SupervisedData([A, B], outcome), context);
            return context.Random.NextUniform();
        }
    }

    [Fact]
    public void Refuses_weights_and_inverse_frequencies_of_classes()
    {
        const string Message =
            "Case weights are not supported by e1071::svm. You can enable `ifw` in the hyperparameters to use inverse frequency weighting instead.";
        Assert.Equal(Message, Refusal(new LinearSvmLearner(new()), new SupervisedData([A], Y, new double[8])));
        Assert.Equal(Message, Refusal(new RadialSvmLearner(new() { Ifw = true }), new SupervisedData([A], Two)));
        Assert.NotNull(Fit(new LinearSvmLearner(new() { Ifw = true }), [A, B], Y));
    }

    [Fact]
    public void Refuses_one_class_one_case_a_constant_outcome_and_infinite_features()
    {
        Assert.StartsWith("Model is empty!", Refusal(new LinearSvmLearner(new()), new([A], new FactorColumn("c", new int[8], ["n", "y"]))), StringComparison.Ordinal);
        Assert.Contains("at least 2 cases", Refusal(new LinearSvmLearner(new()), new SupervisedData([A], Y).SelectRows([0])), StringComparison.Ordinal);
        Assert.Contains("outcome is constant", Refusal(new LinearSvmLearner(new()), new([A], new DoubleColumn("y", new double[8]))), StringComparison.Ordinal);
        var infinite = new DoubleColumn("a", new double[] { 1, double.PositiveInfinity, 3, 4, 5, 6, 7, 8 });
        Assert.Contains("infinite", Refusal(new LinearSvmLearner(new()), new([infinite], Y)), StringComparison.Ordinal);
    }

    static string Refusal(ISupervisedLearner learner, SupervisedData data) =>
        Assert.Throws<LearningException>(() => learner.Fit(data, new RunContext(seed: 7))).Message;

    static ISupervisedModel Fit(ISupervisedLearner learner, Column[] features, Column outcome) =>
        learner.Fit(new SupervisedData(features, outcome), new RunContext(seed: 7));

    static Matrix Predict(ISupervisedModel model, Column[] features) => model.Predict(features, new RunContext()).Values;

    static void Near(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second, Tolerance));
    }
}
