namespace Rtemis.Learning.Supervised.Boosting.Parameters;

/// <summary>The names of groups, for the order in which rtemis shows parameters to people.</summary>
static class BoostingListing
{
    public static string[] Determinism { get; } = ["deterministic", "objective_seed"];

    public static string[] Execution { get; } = ["force_row_wise", "histogram_pool_size"];

    public static string[] ExecutionWithTopK { get; } = [.. Execution, "top_k"];

    public static string[] Bagging { get; } = ["pos_bagging_fraction", "neg_bagging_fraction", "bagging_seed"];

    public static string[] FeatureSampling { get; } = ["feature_fraction_bynode", "feature_fraction_seed"];

    public static string[] Cost { get; } = ["cegb_tradeoff", "cegb_penalty_split", "cegb_penalty_feature_lazy", "cegb_penalty_feature_coupled"];

    public static string[] Quantized { get; } = ["use_quantized_grad", "num_grad_quant_bins", "quant_train_renew_leaf", "stochastic_rounding"];

    public static string[] Constraints { get; } =
        ["monotone_constraints", "monotone_constraints_method", "monotone_penalty", "interaction_constraints", "feature_contri"];

    public static string[] Regularization { get; } =
        ["min_data_in_leaf", "min_sum_hessian_in_leaf", "min_gain_to_split", "max_delta_step", "path_smooth", "extra_trees", "extra_seed"];

    public static string[] Binning { get; } = ["max_bin", "min_data_in_bin", "use_missing", "zero_as_missing"];

    public static string[] Categorical { get; } = ["cat_l2", "cat_smooth", "max_cat_to_onehot"];

    public static string[] Boosting { get; } =
    [
        "boosting", "data_sample_strategy", "drop_rate", "max_drop", "skip_drop", "uniform_drop", "xgboost_dart_mode", "drop_seed", "top_rate", "other_rate",
    ];

    public static string[] ObjectiveButAlpha { get; } =
        ["tweedie_variance_power", "fair_c", "poisson_max_delta_step", "sigmoid", "boost_from_average", "reg_sqrt"];

    public static string[] Objective { get; } = ["alpha", .. ObjectiveButAlpha];
}
