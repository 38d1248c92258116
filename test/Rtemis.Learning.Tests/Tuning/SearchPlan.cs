using Rtemis.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Resampling;
using Rtemis.Learning.Supervised.Cart;
using Rtemis.Learning.Tests.Golden;
using Rtemis.Learning.Training;
using Rtemis.Learning.Tuning;

namespace Rtemis.Learning.Tests.Tuning;

/// <summary>Searches over CART's hyperparameters.</summary>
static class SearchPlan
{
    public static Table Pima { get; } = GoldenData.Table("pima");

    public static ParameterValue Whole(params int[] values) => new ParameterValue.Candidates([.. values.Select(v => new ParameterValue.Integer(v))]);

    public static ParameterValue Numbers(params double[] values) => new ParameterValue.Candidates([.. values.Select(v => new ParameterValue.Number(v))]);

    public static ResamplerConfig Folds(int count, int? seed) => ResamplerConfig.Create("KFold",
    [
        new("n_resamples", new ParameterValue.Integer(count)), new("seed", seed is { } s ? new ParameterValue.Integer(s) : ParameterValue.Null),
    ]);

    public static GridSearchConfig Config(params (string Name, ParameterValue Value)[] fields) =>
        GridSearchConfig.Create("GridSearch", Folds(3, 7), fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    public static TrainingPlan Of(GridSearchConfig config, params (string Name, ParameterValue Value)[] hyperparameters) => new()
    {
        Learner = new CartLearner(new CartParameters()),
        Seed = 11,
        Search = new HyperparameterSearch(
            CartParameters.Set.Bind(hyperparameters.Select(h => KeyValuePair.Create(h.Name, h.Value))), config,
            (plan, values) => plan with { Learner = new CartLearner(CartParameters.From(values)), InverseFrequencyWeights = values.Logical("ifw") }),
    };
}
