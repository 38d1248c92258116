using Rtemis.Learning.Parameters;
using Rtemis.Learning.Supervised.Boosting.Options;
using Rtemis.Learning.Supervised.Boosting.Parameters;

namespace Rtemis.Learning.Supervised.Boosting;

/// <summary>What LightGBM is told: a number of rounds and all that LightGBM's own parameters of the same names mean.</summary>
public sealed class LightGbmParameters
{
    internal const string RoundsName = "nrounds";
    const string ForcedName = "force_nrounds";

    LightGbmParameters(BoostingOptions options, int? rounds, int mostRounds, int patience, double leastFall)
    {
        Options = options;
        Rounds = rounds;
        MostRounds = mostRounds;
        Patience = patience;
        LeastFall = leastFall;
    }

    /// <summary>The declaration of all parameters, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("LightGBMHyperparameters", "LightGBM hyperparameter",
    [
        ParameterSpec.Integer("max_nrounds", 1000) with { Minimum = 1, Help = "The most rounds of a fit that finds their number itself." },
        ParameterSpec.Integer(ForcedName, null) with { Minimum = 1, Help = "The number of rounds; unset finds it by a search." },
        ParameterSpec.Integer("early_stopping_rounds", 10) with { Minimum = 1, Help = "The rounds without a lower loss that end a fit." },
        BoostingSpecs.NumLeaves(8),
        BoostingSpecs.MaxDepth(-1),
        BoostingSpecs.LearningRate(0.01),
        BoostingSpecs.FeatureFraction(1),
        BoostingSpecs.BaggingFraction(1),
        BoostingSpecs.BaggingFrequency,
        .. BoostingSpecs.Lambdas,
        .. BoostingSpecs.Groups(minDataPerGroup: 32),
        BoostingSpecs.LinearTree,
        BoostingSpecs.Ifw,
        BoostingSpecs.ObjectiveName,
        BoostingSpecs.DeviceType,
        BoostingSpecs.TreeLearner,
        BoostingSpecs.ForceColWise,
        ParameterSpec.Integer(RoundsName, null) with { RunState = true, FoundByFits = true, Minimum = 1 },
        ParameterSpec.Integer("best_iter", null) with { RunState = true },
        .. BoostingSpecs.Objective,
        .. BoostingSpecs.Boosting,
        .. BoostingSpecs.Dart,
        .. BoostingSpecs.Goss,
        .. BoostingSpecs.Ensembles,
        BoostingSpecs.EarlyStoppingMinDelta,
    ])
    {
        // A number of rounds that is asked for is that of all fits: none has to be found.
        Implied = values => values[ForcedName] is ParameterValue.Integer forced ? [KeyValuePair.Create<string, ParameterValue>(RoundsName, forced)] : [],
        Rules = BoostingRules.All,
        Listing =
        [
            "max_nrounds", ForcedName, "early_stopping_rounds", "num_leaves", "max_depth", "learning_rate", "feature_fraction", "bagging_fraction", "bagging_freq",
            "lambda_l1", "lambda_l2", "max_cat_threshold", "min_data_per_group", "linear_tree", "ifw", "objective", "early_stopping_min_delta",
            .. BoostingListing.Determinism, .. BoostingListing.ExecutionWithTopK, .. BoostingListing.Bagging, .. BoostingListing.FeatureSampling,
            .. BoostingListing.Cost, .. BoostingListing.Quantized, .. BoostingListing.Constraints, .. BoostingListing.Regularization, "linear_lambda",
            .. BoostingListing.Binning, .. BoostingListing.Categorical, .. BoostingListing.Boosting, .. BoostingListing.Objective, "device_type", "tree_learner",
            "force_col_wise",
        ],
    };

    internal BoostingOptions Options { get; }

    /// <summary>The number of rounds, or null where the fit finds it.</summary>
    internal int? Rounds { get; }

    /// <summary>The most rounds of a fit that finds their number.</summary>
    internal int MostRounds { get; }

    /// <summary>The rounds without a lower loss that end a fit.</summary>
    internal int Patience { get; }

    /// <summary>What the loss must fall by to count as lower.</summary>
    internal double LeastFall { get; }

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static LightGbmParameters From(ParameterValues values) => new(
        new OptionReader(values).Read(), values.IntegerOrNull(RoundsName), values.Integer("max_nrounds"), values.Integer("early_stopping_rounds"),
        values.Number("early_stopping_min_delta"));
}
