using Rtemis.Learning.Parameters;
using Rtemis.Learning.Supervised.Boosting;
using Rtemis.Learning.Supervised.Boosting.Parameters;
using Rtemis.Learning.Supervised.Glmnet;

namespace Rtemis.Learning.Supervised.RuleFit;

/// <summary>What LightRuleFit is told: LightGBM's parameters for the trees, and those of the elastic net.</summary>
public sealed class LightRuleFitParameters
{
    /// <summary>
    /// The rounds whose trees are read. It is rtemis's number: where it means to read all, it takes the length of the object that LightGBM's trees are in.
    /// </summary>
    internal const int RoundsRead = 33;

    const string ClassName = "LightRuleFitHyperparameters";
    const string Weighting = "ifw";
    const string BoostingWeighting = "ifw_lightgbm";
    const string NetWeighting = "ifw_glmnet";
    const string Alpha = "alpha_glmnet";
    const string Lambda = "lambda_glmnet";
    const string Refused = "Fails for classes: the elastic net weights them by their inverse frequency already, as in rtemis.";

    LightRuleFitParameters(ConfiguredAlgorithm boosting, ConfiguredAlgorithm net, bool weighsClasses) =>
        (Boosting, Net, WeighsClasses) = (boosting, net, weighsClasses);

    /// <summary>The declaration of all parameters, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new(ClassName, "LightRuleFit hyperparameter",
    [
        BoostingSpecs.DeviceType,
        BoostingSpecs.ForceColWise,
        BoostingSpecs.TreeLearner,
        BoostingSpecs.FeatureFraction(1),
        BoostingSpecs.LinearTree,
        .. BoostingSpecs.Groups(minDataPerGroup: 32),
        ParameterSpec.Integer(LightGbmParameters.RoundsName, 200) with
        {
            Tunable = true, Minimum = 1, Help = $"The number of rounds. Rules are read off the first {RoundsRead} only, as in rtemis.",
        },
        BoostingSpecs.NumLeaves(32),
        BoostingSpecs.MaxDepth(4),
        BoostingSpecs.LearningRate(0.1),
        BoostingSpecs.BaggingFraction(0.666),
        BoostingSpecs.BaggingFrequency,
        .. BoostingSpecs.Lambdas,
        BoostingSpecs.ObjectiveName,
        ParameterSpec.Logical(BoostingWeighting, false) with { Tunable = true, Help = Refused },
        ParameterSpec.Number(Alpha, 1) with
        {
            Tunable = true, Minimum = 0, Maximum = 1, Help = "The lasso's share of the elastic net's penalty: 1 drops rules, 0 (ridge) keeps all of them.",
        },
        ParameterSpec.Number(Lambda, null) with
        {
            Vector = true, Minimum = 0,
            Help = "The strength of the elastic net's penalty; found by a search where it is unset. Of several, the largest counts.",
        },
        ParameterSpec.Logical(NetWeighting, false) with { Tunable = true, Help = Refused },
        ParameterSpec.Logical(Weighting, false) with { Help = Refused },
        .. BoostingSpecs.Objective,
        .. BoostingSpecs.Boosting,
        .. BoostingSpecs.Dart,
        .. BoostingSpecs.Goss,
        .. BoostingSpecs.Ensembles,
    ])
    {
        Rules = [OneWeighting, .. BoostingRules.All],
        Listing =
        [
            LightGbmParameters.RoundsName, "num_leaves", "max_depth", "learning_rate", "bagging_fraction", "bagging_freq", "lambda_l1", "lambda_l2",
            "objective", "device_type", "force_col_wise", "tree_learner", "top_k", "feature_fraction", .. BoostingListing.FeatureSampling, "linear_tree", "linear_lambda",
            "max_cat_threshold", "min_data_per_group", "alpha", .. BoostingListing.Determinism, .. BoostingListing.Execution, .. BoostingListing.Bagging,
            .. BoostingListing.Cost, .. BoostingListing.Quantized, .. BoostingListing.Constraints, .. BoostingListing.Regularization,
            .. BoostingListing.Binning, .. BoostingListing.Categorical, .. BoostingListing.Boosting, .. BoostingListing.ObjectiveButAlpha, BoostingWeighting,
            Alpha, Lambda, NetWeighting, Weighting,
        ],
    };

    /// <summary>The step that grows trees.</summary>
    internal ConfiguredAlgorithm Boosting { get; }

    /// <summary>The step that chooses rules.</summary>
    internal ConfiguredAlgorithm Net { get; }

    /// <summary>Whether a step was asked to weight classes.</summary>
    internal bool WeighsClasses { get; }

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static LightRuleFitParameters From(ParameterValues values)
    {
        var names = LightGbmParameters.Set.Specs.Select(s => s.Name).Where(name => name != Weighting).ToHashSet();
        var boosting = LightGbmParameters.Set.Defaults.With(values.All.Where(v => names.Contains(v.Key)));
        var net = GlmnetParameters.Set.Bind([new("alpha", values[Alpha]), new(GlmnetParameters.LambdaName, values[Lambda])]);
        return new LightRuleFitParameters(
            new ConfiguredAlgorithm(boosting, settled => new LightGbmLearner(LightGbmParameters.From(settled)) { MostKept = RoundsRead }),
            new ConfiguredAlgorithm(net, settled => new GlmnetLearner(GlmnetParameters.From(settled))),
            values.Logical(BoostingWeighting) || values.Logical(NetWeighting) || values.Logical(Weighting));
    }

    static string? OneWeighting(ParameterValues values) => IsOn(values, Weighting) && (IsOn(values, BoostingWeighting) || IsOn(values, NetWeighting))
        ? $"<rtemis::{ClassName}> object is invalid:\n- @{Weighting} cannot be combined with @{BoostingWeighting} or @{NetWeighting}."
        : null;

    static bool IsOn(ParameterValues values, string name) =>
        values[name] is ParameterValue.Logical { Value: true } or ParameterValue.Candidates;
}
