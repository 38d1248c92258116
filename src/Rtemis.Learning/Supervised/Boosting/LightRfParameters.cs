using Rtemis.Learning.Parameters;
using Rtemis.Learning.Supervised.Boosting.Options;
using Rtemis.Learning.Supervised.Boosting.Parameters;

namespace Rtemis.Learning.Supervised.Boosting;

/// <summary>What LightRF is told: LightGBM's random forest.</summary>
public sealed class LightRfParameters
{
    internal const string FeatureFractionName = "feature_fraction";

    LightRfParameters(BoostingOptions options, int rounds, bool derivesFeatureFraction)
    {
        Options = options;
        Rounds = rounds;
        DerivesFeatureFraction = derivesFeatureFraction;
    }

    /// <summary>The declaration of all parameters, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("LightRFHyperparameters", "LightRF hyperparameter",
    [
        ParameterSpec.Integer("nrounds", 500) with { Tunable = true, Minimum = 1, Help = "The number of trees." },
        BoostingSpecs.NumLeaves(4096),
        BoostingSpecs.MaxDepth(-1),
        BoostingSpecs.FeatureFraction(null),
        BoostingSpecs.BaggingFraction(0.623),
        .. BoostingSpecs.Lambdas,
        .. BoostingSpecs.Groups(minDataPerGroup: 32),
        BoostingSpecs.LinearTree,
        BoostingSpecs.Ifw,
        BoostingSpecs.ObjectiveName,
        BoostingSpecs.DeviceType,
        BoostingSpecs.TreeLearner,
        BoostingSpecs.ForceColWise,
        .. BoostingSpecs.Objective,
        .. BoostingSpecs.Ensembles,
        BoostingSpecs.EarlyStoppingMinDelta with { Help = "Has no effect: a forest is not stopped early." },
    ])
    {
        Constants =
        [
            new("boosting", new ParameterValue.Text("rf")), new("learning_rate", new ParameterValue.Number(1)), new("bagging_freq", new ParameterValue.Integer(1)),
            new("early_stopping_rounds", new ParameterValue.Integer(-1)),
        ],
        Rules = BoostingRules.All,
        Listing =
        [
            "nrounds", "num_leaves", "max_depth", FeatureFractionName, "bagging_fraction", "lambda_l1", "lambda_l2", "max_cat_threshold", "min_data_per_group",
            "linear_tree", "ifw", "objective", "early_stopping_min_delta", .. BoostingListing.Determinism, .. BoostingListing.ExecutionWithTopK,
            .. BoostingListing.Bagging, .. BoostingListing.FeatureSampling, .. BoostingListing.Cost, .. BoostingListing.Quantized, .. BoostingListing.Constraints,
            .. BoostingListing.Regularization, "linear_lambda", .. BoostingListing.Binning, .. BoostingListing.Categorical, .. BoostingListing.Objective,
            "device_type", "tree_learner", "force_col_wise",
        ],
    };

    internal BoostingOptions Options { get; }

    /// <summary>The number of trees.</summary>
    internal int Rounds { get; }

    /// <summary>Whether the share of features that a tree sees follows from the data.</summary>
    internal bool DerivesFeatureFraction { get; }

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static LightRfParameters From(ParameterValues values)
    {
        var options = new OptionReader(values).Read();
        return new LightRfParameters(
            options with { Kind = BoostingKind.RandomForest, LearningRate = 1, Sampling = options.Sampling with { BaggingFrequency = 1 } },
            values.Integer("nrounds"), values[FeatureFractionName] is ParameterValue.None);
    }
}
