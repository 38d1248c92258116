using Rtemis.Learning.Parameters;
using Rtemis.Learning.Supervised.Boosting.Options;
using Rtemis.Learning.Supervised.Boosting.Parameters;

namespace Rtemis.Learning.Supervised.Boosting;

/// <summary>What LightCART is told: one tree of LightGBM.</summary>
public sealed class LightCartParameters
{
    LightCartParameters(BoostingOptions options) => Options = options;

    /// <summary>The declaration of all parameters, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("LightCARTHyperparameters", "LightCART hyperparameter",
    [
        BoostingSpecs.DeviceType,
        BoostingSpecs.ForceColWise,
        BoostingSpecs.FeatureFraction(1),
        BoostingSpecs.NumLeaves(32),
        BoostingSpecs.MaxDepth(-1),
        .. BoostingSpecs.Lambdas,
        .. BoostingSpecs.Groups(minDataPerGroup: 100),
        BoostingSpecs.LinearTree,
        BoostingSpecs.ObjectiveName,
        BoostingSpecs.Ifw,
        .. BoostingSpecs.Objective,
        .. BoostingSpecs.Regularization,
        .. BoostingSpecs.Binning,
        .. BoostingSpecs.Categorical,
        .. BoostingSpecs.Determinism,
        .. BoostingSpecs.Execution,
        .. BoostingSpecs.FeatureSampling,
        .. BoostingSpecs.Cost,
        .. BoostingSpecs.Quantized,
        .. BoostingSpecs.Constraints,
    ])
    {
        Rules = BoostingRules.All,
        Listing =
        [
            "num_leaves", "max_depth", "lambda_l1", "lambda_l2", "max_cat_threshold", "min_data_per_group", "linear_tree", "objective", "device_type",
            "force_col_wise", "feature_fraction", .. BoostingListing.FeatureSampling, .. BoostingListing.Determinism, .. BoostingListing.Execution,
            .. BoostingListing.Cost, .. BoostingListing.Quantized, .. BoostingListing.Constraints, .. BoostingListing.Regularization, "linear_lambda",
            .. BoostingListing.Binning, .. BoostingListing.Categorical, .. BoostingListing.Objective, "ifw",
        ],
    };

    internal BoostingOptions Options { get; }

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static LightCartParameters From(ParameterValues values) => new(new OptionReader(values).Read());
}
