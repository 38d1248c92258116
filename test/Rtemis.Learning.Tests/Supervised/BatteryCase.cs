using Rtemis.Learning.Parameters;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Supervised.Boosting;
using Rtemis.Learning.Supervised.Cart;
using Rtemis.Learning.Supervised.Gam;
using Rtemis.Learning.Supervised.Glm;
using Rtemis.Learning.Supervised.Glmnet;
using Rtemis.Learning.Supervised.Isotonic;
using Rtemis.Learning.Supervised.Knn;
using Rtemis.Learning.Supervised.Mars;
using Rtemis.Learning.Supervised.Nnls;
using Rtemis.Learning.Supervised.Ranger;
using Rtemis.Learning.Supervised.RuleFit;
using Rtemis.Learning.Supervised.Svm;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tests.Supervised;

/// <summary>A learner and what it takes.</summary>
/// <param name="Make">Makes it.</param>
public sealed record BatteryCase(Func<ISupervisedLearner> Make)
{
    /// <summary>Every learner of the library, by name.</summary>
    public static IReadOnlyDictionary<string, BatteryCase> All { get; } = new Dictionary<string, BatteryCase>
    {
        ["CART"] = new(() => new CartLearner(new CartParameters())),
        ["GAM"] = new(() => new GamLearner(new GamParameters())),
        ["GLM"] = new(() => new GlmLearner(new GlmParameters())),
        ["GLMNET"] = new(() => new GlmnetLearner(new GlmnetParameters())),
        ["Isotonic"] = new(() => new IsotonicLearner(new IsotonicParameters())) { OneFeature = true, Factors = false, Weights = false },
        ["KNN"] = new(() => new KnnLearner(new KnnParameters { K = 5 })) { Weights = false },
        ["LightCART"] = new(() => new LightCartLearner(LightCartParameters.From(LightCartParameters.Set.Defaults))),
        ["LightGBM"] = new(() => new LightGbmLearner(LightGbmParameters.From(LightGbmParameters.Set.Bind(
            [new("force_nrounds", new ParameterValue.Integer(60)), new("learning_rate", new ParameterValue.Number(0.1))])))),
        ["LightGBM linear"] = new(() => new LightGbmLearner(LightGbmParameters.From(LightGbmParameters.Set.Bind(
            [new("force_nrounds", new ParameterValue.Integer(20)), new("learning_rate", new ParameterValue.Number(0.3)), new("linear_tree", new ParameterValue.Logical(true))])))),
        ["LightGBM monotone"] = new(() => new LightGbmLearner(LightGbmParameters.From(LightGbmParameters.Set.Bind(
        [
            new("force_nrounds", new ParameterValue.Integer(20)), new("learning_rate", new ParameterValue.Number(0.3)),
            new("monotone_constraints", new ParameterValue.Vector([.. Enumerable.Range(0, 4).Select(f => new ParameterValue.Integer(f == 0 ? 1 : 0))])),
            new("monotone_constraints_method", new ParameterValue.Text("advanced")),
        ])))),
        ["LightRF"] = new(() => new LightRfLearner(LightRfParameters.From(LightRfParameters.Set.Bind(
            [new("nrounds", new ParameterValue.Integer(60)), new("min_data_in_leaf", new ParameterValue.Integer(3))])))),
        ["LightRuleFit"] = new(() => new LightRuleFitLearner(
            LightRuleFitParameters.From(LightRuleFitParameters.Set.Bind([new("lambda_glmnet", 0.02)])), InnerTraining.Alone))
        {
            Weights = false,
        },
        ["LinearSVM"] = new(() => new LinearSvmLearner(new LinearSvmParameters())) { Weights = false },
        ["MARS"] = new(() => new MarsLearner(new MarsParameters())),
        ["NNLS"] = new(() => new NnlsLearner(new NnlsParameters())) { Factors = false },
        ["RadialSVM"] = new(() => new RadialSvmLearner(new RadialSvmParameters { Gamma = 0.1 })) { Weights = false },
        ["Ranger"] = new(() => new RangerLearner(new RangerParameters { Trees = 50 })),
    };

    /// <summary>Whether it takes a single feature only.</summary>
    public bool OneFeature { get; init; }

    /// <summary>Whether it takes factors.</summary>
    public bool Factors { get; init; } = true;

    /// <summary>Whether it takes case weights.</summary>
    public bool Weights { get; init; } = true;
}
