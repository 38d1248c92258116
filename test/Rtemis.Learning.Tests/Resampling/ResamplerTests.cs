using Rtemis.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Resampling;
using Rtemis.Learning.Running;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tests.Resampling;

public class ResamplerTests
{
    static readonly Table Ten = new([new DoubleColumn("y", new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })], 10);

    [Theory]
    [InlineData("KFold", 3, "1 3 4 7 8 10;1 2 4 5 6 7 9 10;2 3 5 6 8 9")]
    [InlineData("StratSub", 2, "1 3 4 7 8 10;2 3 4 7 9 10")]
    [InlineData("StratBoot", 2, "1 3 4 4 7 7 8 8 10 10;2 2 3 4 4 7 7 9 10 10")]
    [InlineData("Bootstrap", 2, "1 2 3 3 3 5 6 7 7 8;1 1 2 3 4 5 7 7 8 8")]
    public void A_seed_gives_the_resamples_of_R(string type, int count, string expected) =>
        Assert.Equal(expected, Rows(Draw(Ten, type, ("n_resamples", count), ("seed", 2026))));

    [Fact]
    public void Without_a_seed_the_runs_numbers_go_on()
    {
        var context = new RunContext(seed: 2026);
        var config = Config("KFold", ("n_resamples", 3));
        Assert.Equal(Rows(Draw(Ten, "KFold", ("n_resamples", 3), ("seed", 2026))), Rows(Resampler.Draw(config, Ten, context).Resamples));
        Assert.NotEqual(Rows(Draw(Ten, "KFold", ("n_resamples", 3), ("seed", 2026))), Rows(Resampler.Draw(config, Ten, context).Resamples));
    }

    [Fact]
    public void Cases_of_one_id_stay_together()
    {
        var ids = new FactorColumn("id", new[] { 0, 0, 1, 1, 2, 2, 3, 4 }, ["a", "b", "c", "d", "e"]);
        var table = new Table([ids, new DoubleColumn("y", new double[] { 1, 2, 3, 4, 5, 6, 7, 8 })], 8);
        Assert.Equal("7;1 2 3 4 5 6 8", Rows(Draw(table, "KFold", ("n_resamples", 2), ("id_strat", "id"), ("seed", 2026))));
    }

    [Fact]
    public void A_fold_that_holds_nothing_out_has_nothing_to_learn_from_as_in_R()
    {
        var folds = Draw(Ten, "KFold", ("n_resamples", 5), ("seed", 1));
        Assert.Equal(3, folds.Count(f => f.TrainingRows.Length > 0));
        Assert.Equal(2, folds.Count(f => f.TrainingRows.Length == 0));
    }

    [Theory]
    [InlineData("Nope", "Unsupported resampler type:Nope")]
    [InlineData("kfold", "Unsupported resampler type:kfold")]
    public void An_unknown_type_is_refused(string type, string message) => Assert.Equal(message, Refusal(type));

    [Fact]
    public void A_custom_type_has_no_wire_form() =>
        Assert.StartsWith("Custom resampling cannot be read from a config:", Refusal("Custom"), StringComparison.Ordinal);

    [Fact]
    public void An_option_of_another_type_is_refused() =>
        Assert.Equal("Unknown KFold resampler key: `train_p`.", Refusal("KFold", ("train_p", 0.5)));

    [Theory]
    [InlineData("KFold", "n_resamples", 0, "must be >= 1.")]
    [InlineData("KFold", "n_resamples", 2.0, "must be <integer>, not <double>.")]
    [InlineData("KFold", "seed", -1, "must be >= 0.")]
    [InlineData("StratSub", "train_p", 0.0, "must be > 0.")]
    [InlineData("StratSub", "train_p", 1.0, "must be < 1.")]
    [InlineData("StratSub", "strat_n_bins", 0, "must be >= 1.")]
    [InlineData("StratBoot", "target_length", 0, "must be >= 1.")]
    public void A_value_out_of_bounds_is_refused(string type, string name, object value, string problem) =>
        Assert.Equal($"<rtemis::{type}Config> object properties are invalid:\n- @{name} {problem}", Refusal(type, (name, value)));

    [Theory]
    [InlineData("id_strat", "q")]
    [InlineData("stratify_var", "q")]
    public void A_column_that_is_not_there_is_refused(string option, string name)
    {
        var refused = Assert.Throws<LearningException>(() => Draw(Ten, "KFold", (option, name)));
        Assert.Equal($"@{option} names the column 'q', which is not present. Available columns: y.", refused.Message);
    }

    [Theory]
    [InlineData("KFold", "Only one unique value present in stratify_var.")]
    [InlineData("StratSub", "invalid number of intervals")]
    public void A_constant_outcome_can_t_be_stratified(string type, string message)
    {
        var constant = new Table([new DoubleColumn("y", new double[5])], 5);
        Assert.Equal(message, Assert.Throws<LearningException>(() => Draw(constant, type)).Message);
    }

    [Fact]
    public void One_fold_is_no_number_of_folds() =>
        Assert.Equal("invalid number of intervals", Assert.Throws<LearningException>(() => Draw(Ten, "KFold", ("n_resamples", 1))).Message);

    [Fact]
    public void More_resamples_than_memory_holds_are_refused() =>
        Assert.Throws<LearningException>(() => Draw(Ten, "Bootstrap", ("n_resamples", int.MaxValue)));

    [Theory]
    [InlineData("KFold", "10 independent folds")]
    [InlineData("StratSub", "10 stratified subsamples")]
    [InlineData("StratBoot", "10 stratified bootstraps")]
    [InlineData("Bootstrap", "10 bootstrap resamples")]
    [InlineData("LOOCV", " leave-one-out folds")]
    public void Each_type_has_its_phrase(string type, string phrase) => Assert.Equal(phrase, Config(type).Description);

    [Fact]
    public void The_described_arguments_are_those_of_all_types_in_order() => Assert.Equal(
        ["n_resamples", "type", "stratify_var", "train_p", "strat_n_bins", "target_length", "id_strat", "resamples", "seed", "verbosity"],
        ResamplerParameters.Described.Specs.Select(s => s.Name));

    static ResamplerConfig Config(string type, params (string Name, object Value)[] fields) =>
        ResamplerConfig.Create(type, fields.Select(f => KeyValuePair.Create(f.Name, f.Value switch
        {
            int whole => new ParameterValue.Integer(whole),
            double number => new ParameterValue.Number(number),
            _ => (ParameterValue)new ParameterValue.Text((string)f.Value),
        })));

    static IReadOnlyList<OuterResample> Draw(Table table, string type, params (string Name, object Value)[] fields) =>
        Resampler.Draw(Config(type, fields), table, new RunContext(seed: 1)).Resamples;

    static string Rows(IReadOnlyList<OuterResample> resamples) =>
        string.Join(';', resamples.Select(r => string.Join(' ', r.TrainingRows.Select(row => row + 1))));

    static string Refusal(string type, params (string Name, object Value)[] fields) =>
        Assert.Throws<ParameterException>(() => Config(type, fields)).Message;
}
