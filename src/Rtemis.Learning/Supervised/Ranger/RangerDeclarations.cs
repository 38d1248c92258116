using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised.Ranger;

/// <summary>The declarations of Ranger's parameters, in rtemis's order.</summary>
static class RangerDeclarations
{
    const string NoEffect = "Has no effect.";

    public static IReadOnlyList<ParameterSpec> All { get; } =
    [
        ParameterSpec.Integer("num_trees", 500) with { Tunable = true, PositiveInteger = true, Minimum = 1, Help = "The number of trees." },
        ParameterSpec.Integer("mtry", null) with
        {
            Tunable = true, PositiveInteger = true, Minimum = 1,
            Help = "The features drawn for each split; unset is the square root of their number, rounded down.",
        },
        ParameterSpec.Text("importance", RangerParameters.Impurity, "none", RangerParameters.Impurity, "impurity_corrected", RangerParameters.Permutation) with
        {
            Help = "How the importance of features is measured. It is part of the result: with none the fit fails.",
        },
        ParameterSpec.Logical("write_forest", true) with { Help = "Keeps the trees. Training predicts with them: without, the fit fails." },
        ParameterSpec.Logical("probability", false) with { Help = $"{NoEffect} Classes are always predicted by their probabilities." },
        ParameterSpec.Integer("min_node_size", null) with
        {
            Tunable = true, PositiveInteger = true, Minimum = 1, Help = "A node of at most this many cases is not split; unset is 5 for numbers, 10 for classes.",
        },
        ParameterSpec.Integer("min_bucket", null) with { PositiveInteger = true, Minimum = 1, Help = NoEffect },
        ParameterSpec.Integer("max_depth", null) with { Tunable = true, Minimum = 0, Help = "The greatest depth of a leaf; unset or 0 is no limit." },
        ParameterSpec.Logical("replace", true) with { Tunable = true, Help = "Whether a case can be in a tree's sample several times." },
        ParameterSpec.Number("sample_fraction", null) with
        {
            Tunable = true, Minimum = 0, MinimumExclusive = true, Maximum = 1,
            Help = "The size of a tree's sample as a share of the cases; unset is 1, or 0.632 without replacement.",
        },
        ParameterSpec.Number("case_weights", null) with { Vector = true, Minimum = 0, Help = $"{NoEffect} Weights come from a column of the data or from ifw." },
        ParameterSpec.Number("class_weights", null) with { Vector = true, Minimum = 0, Help = NoEffect },
        ParameterSpec.Text("splitrule", null) with
        {
            Tunable = true,
            Help = "Numbers: variance, extratrees, maxstat or beta. Classes: gini, extratrees or hellinger. Unset is the first.",
        },
        ParameterSpec.Integer("num_random_splits", 1) with
        {
            Tunable = true, PositiveInteger = true, Minimum = 1, Help = "The random cuts of each feature with extratrees; else it has no effect.",
        },
        ParameterSpec.Number("alpha", 0.5) with
        {
            Tunable = true, Minimum = 0, Maximum = 1, Help = "The largest p-value of a split with maxstat; else it has no effect.",
        },
        ParameterSpec.Number("minprop", 0.1) with
        {
            Tunable = true, Minimum = 0, Maximum = 1, Help = "The least share of a node's cases on each side with maxstat, at most 0.5; else it has no effect.",
        },
        ParameterSpec.Number("poisson_tau", 1) with { Minimum = 0, MinimumExclusive = true, Help = NoEffect },
        ParameterSpec.Number("split_select_weights", null) with
        {
            Vector = true, Lists = true, Minimum = 0, Maximum = 1, Help = "How likely each feature is drawn, relative to the others; one vector for all trees or one for each.",
        },
        ParameterSpec.Text("always_split_variables", null) with { Vector = true, Help = "Features that are looked at for each split, besides those drawn." },
        ParameterSpec.Text("respect_unordered_factors", null, RangerParameters.Partition, RangerParameters.Ignore, RangerParameters.Order) with
        {
            Help = "How factors split: by the order of their levels (ignore), by that of the levels' mean outcomes (order), or by sets of levels (partition). " +
                "Unset is ignore, and partition with extratrees.",
        },
        ParameterSpec.Logical("scale_permutation_importance", false) with { Help = "Divides permutation importance by its standard error; else it has no effect." },
        ParameterSpec.Logical("local_importance", false) with { Help = "Keeps permutation importance for each case, in the model; it is not scaled then." },
        ParameterSpec.Number("regularization_factor", 1) with
        {
            Tunable = true, Minimum = 0,
            Help = "What a split's gain is multiplied by where its feature is new to the forest; at most 1. Trees grow one after the other then.",
        },
        ParameterSpec.Logical("regularization_usedepth", false) with { Help = "Takes the factor to the power of the depth." },
        ParameterSpec.Logical("keep_inbag", false) with { Help = "Keeps how often each case is in each tree's sample, in the model." },
        ParameterSpec.Integer("inbag", null) with
        {
            Vector = true, Lists = true, Minimum = 0, Help = "For each tree how often each case is in its sample.",
        },
        ParameterSpec.Logical("holdout", false) with { Help = "Judges trees by the cases of weight 0, which no sample has." },
        ParameterSpec.Logical("quantreg", false) with { Help = "Keeps what quantiles are predicted from, in the model. Only for numbers." },
        ParameterSpec.Number("time_interest", null) with { Vector = true, Help = NoEffect },
        ParameterSpec.Logical("oob_error", true) with { Help = "Measures the error for the cases outside the samples, which the model has." },
        ParameterSpec.Logical("save_memory", false) with { Help = $"{NoEffect} Little memory is used anyway." },
        ParameterSpec.Logical("verbose", true) with { Help = NoEffect },
        ParameterSpec.Logical("node_stats", false) with { Help = NoEffect },
        ParameterSpec.Integer("seed", null) with { Help = "Seeds the trees; unset or 0 takes a seed from the run's random numbers." },
        ParameterSpec.Text("na_action", "na.learn", "na.learn", "na.omit", "na.fail") with { Help = $"{NoEffect} Missing values are refused." },
        ParameterSpec.Logical("ifw", false) with { Tunable = true, Help = "Draws cases by the inverse frequency of their class." },
    ];
}
