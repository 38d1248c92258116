using Rtemis.Learning.Supervised.Boosting.Objectives;
using Rtemis.Learning.Supervised.Boosting.Options;

namespace Rtemis.Learning.Supervised.Boosting;

/// <summary>Refuses options that the data or other options don't allow, before any work.</summary>
static class OptionCheck
{
    /// <summary>What can be told from the data.</summary>
    /// <exception cref="LearningException">An option is refused.</exception>
    public static void Run(BoostingOptions options, int features, BoostedCases cases)
    {
        var growth = options.Growth;
        Length("monotone_constraints", growth.Monotone.Count, features);
        Length("feature_contri", growth.FeatureWeights.Count, features);
        Length("cegb_penalty_feature_lazy", growth.Cost.Lazy.Count, features);
        Length("cegb_penalty_feature_coupled", growth.Cost.Coupled.Count, features);
        if (growth.NumLeaves < 2) throw Refused($"`num_leaves` must be greater than 1; got {growth.NumLeaves}.");
        foreach (var feature in growth.Interactions.SelectMany(set => set))
            if (feature < 0 || feature >= features) throw Refused($"`interaction_constraints` must name features from 0 to {features - 1}; got {feature}.");
        if (options.Binning.MaxBin > ushort.MaxValue) throw Refused($"`max_bin` must be at most {ushort.MaxValue}; got {options.Binning.MaxBin}.");
        if (cases.Labels.Any(label => !float.IsFinite(label))) throw Refused("The outcome must be finite in single precision.");
    }

    /// <summary>What can be told from the objective.</summary>
    /// <exception cref="LearningException">An option is refused.</exception>
    public static void Run(BoostingOptions options, Objective objective)
    {
        var sampling = options.Sampling;
        if (objective.RenewsLeaves && options.Growth.Monotone.Count > 0)
            throw Refused($"`monotone_constraints` can't be used with objective '{objective.Name}'.");
        if (sampling.ByGradient && sampling is { BaggingFrequency: > 0, BaggingFraction: < 1 })
            throw Refused("`data_sample_strategy` 'goss' can't be used with `bagging_fraction` below 1.");
        if (sampling.ByGradient && (sampling.TopRate + sampling.OtherRate > 1 || sampling.TopRate <= 0 || sampling.OtherRate <= 0))
            throw Refused($"`top_rate` and `other_rate` must be above 0 and at most 1 together; got {sampling.TopRate} and {sampling.OtherRate}.");
        if (options.Kind == BoostingKind.RandomForest && !sampling.ByGradient && sampling is not { BaggingFrequency: > 0, BaggingFraction: < 1 }
            && options.Growth.FeatureFraction >= 1)
        {
            throw Refused("`boosting` 'rf' needs `bagging_fraction` below 1 with `bagging_freq` above 0, or `feature_fraction` below 1.");
        }
    }

    static void Length(string name, int given, int features)
    {
        if (given > 0 && given != features) throw Refused($"`{name}` must have one value per feature: expected length {features}, got {given}.");
    }

    static LearningException Refused(string message) => new("rtemis_value_error", message);
}
