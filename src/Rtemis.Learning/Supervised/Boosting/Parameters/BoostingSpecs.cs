using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised.Boosting.Parameters;

/// <summary>The declarations of what the learners of this family are told, in rtemis's groups. Names are LightGBM's.</summary>
static class BoostingSpecs
{
    const string NoEffect = "Has no effect: results never depend on it.";

    /// <summary>What is minimized.</summary>
    public static ParameterSpec[] Objective =>
    [
        Unset("alpha") with { Tunable = true, Minimum = 0, MinimumExclusive = true, Help = "For objective quantile the quantile, for huber the difference from which on the loss is linear." },
        Unset("tweedie_variance_power") with { Tunable = true, Minimum = 1, Maximum = 2, MaximumExclusive = true, Help = "For objective tweedie: the power of the mean that the variance is." },
        Unset("fair_c") with { Tunable = true, Minimum = 0, MinimumExclusive = true, Help = "For objective fair: its scale." },
        Unset("poisson_max_delta_step") with { Tunable = true, Minimum = 0, MinimumExclusive = true, Help = "For objective poisson: keeps steps small." },
        Unset("sigmoid") with { Tunable = true, Minimum = 0, MinimumExclusive = true, Help = "The slope of the logistic function, for objectives binary and multiclassova." },
        Choice("boost_from_average", null) with { Help = "Whether boosting starts from the best constant; unset is yes." },
        Choice("reg_sqrt", null) with { Help = "Whether the square root of the outcome is learned; for objective regression." },
    ];

    /// <summary>The kind of boosting.</summary>
    public static ParameterSpec[] Boosting =>
    [
        ParameterSpec.Text("boosting", "gbdt", "gbdt", "rf", "dart") with { Help = "How trees make a model: gradient boosting, random forest, boosting with drop-out." },
        ParameterSpec.Text("data_sample_strategy", "bagging", "bagging", "goss") with { Help = "How the cases of a round are chosen: at random, or by the size of their gradients." },
    ];

    /// <summary>Boosting with drop-out.</summary>
    public static ParameterSpec[] Dart =>
    [
        Unset("drop_rate") with { Tunable = true, Minimum = 0, Maximum = 1, Help = "For boosting dart: the share of trees that a round leaves out; unset is 0.1." },
        ParameterSpec.Integer("max_drop", null) with { Tunable = true, Help = "For boosting dart: the most rounds that are left out, 0 or less for no bound; unset is 50." },
        Unset("skip_drop") with { Tunable = true, Minimum = 0, Maximum = 1, Help = "For boosting dart: the probability that a round leaves none out; unset is 0.5." },
        Choice("uniform_drop", null) with { Tunable = true, Help = "For boosting dart: whether all trees are as likely to be left out." },
        Choice("xgboost_dart_mode", null) with { Tunable = true, Help = "For boosting dart: whether trees are weighed as XGBoost does." },
        ParameterSpec.Integer("drop_seed", null) with { Help = "For boosting dart: seeds the draws; unset is 4." },
    ];

    /// <summary>Sampling by gradient.</summary>
    public static ParameterSpec[] Goss =>
    [
        Unset("top_rate") with { Tunable = true, Minimum = 0, Maximum = 1, Help = "For data_sample_strategy goss: the share of cases with the largest gradients, which are all kept; unset is 0.2." },
        Unset("other_rate") with { Tunable = true, Minimum = 0, Maximum = 1, Help = "For data_sample_strategy goss: the share that is drawn from the others; unset is 0.1." },
    ];

    /// <summary>Leaves and splits.</summary>
    public static ParameterSpec[] Regularization =>
    [
        ParameterSpec.Integer("min_data_in_leaf", 20) with { Tunable = true, Minimum = 0, Help = "The fewest cases of a leaf." },
        ParameterSpec.Number("min_sum_hessian_in_leaf", 1e-3) with { Tunable = true, Minimum = 0, Help = "The least sum of second derivatives in a leaf." },
        ParameterSpec.Number("min_gain_to_split", 0) with { Tunable = true, Minimum = 0, Help = "What a split must lower the loss by." },
        ParameterSpec.Number("max_delta_step", 0) with { Tunable = true, Help = "The largest absolute value of a leaf; 0 or less for no bound." },
        ParameterSpec.Number("path_smooth", 0) with { Tunable = true, Minimum = 0, Help = "How strongly a leaf is drawn to its parent's value, in cases." },
        ParameterSpec.Logical("extra_trees", false) with { Tunable = true, Help = "Whether only one cut, drawn at random, is tried for each feature and leaf." },
        ParameterSpec.Integer("extra_seed", 6) with { Help = "Seeds the draws of extra_trees." },
        Unset("linear_lambda") with { Tunable = true, Minimum = 0, Help = "For linear_tree: the L2 penalty of the slopes of the leaves' models; unset is 0." },
    ];

    /// <summary>Bins.</summary>
    public static ParameterSpec[] Binning =>
    [
        ParameterSpec.Integer("max_bin", 255) with { Tunable = true, Minimum = 2, Help = "The most bins of a feature's values." },
        ParameterSpec.Integer("min_data_in_bin", 3) with { Tunable = true, Minimum = 1, Help = "The fewest cases of a bin." },
        ParameterSpec.Logical("use_missing", true) with { Help = "Whether missing values are told from zeros." },
        ParameterSpec.Logical("zero_as_missing", false) with { Help = "Whether zeros are missing values." },
    ];

    /// <summary>Splits of factors.</summary>
    public static ParameterSpec[] Categorical =>
    [
        ParameterSpec.Number("cat_l2", 10) with { Tunable = true, Minimum = 0, Help = "The L2 penalty that is added for splits of factors into groups of levels." },
        ParameterSpec.Number("cat_smooth", 10) with { Tunable = true, Minimum = 0, Help = "Draws the means of small levels together; levels with fewer cases are not grouped." },
        ParameterSpec.Integer("max_cat_to_onehot", 4) with { Tunable = true, Minimum = 1, Help = "Factors with at most so many levels are split one level against the rest." },
    ];

    /// <summary>Reproducibility.</summary>
    public static ParameterSpec[] Determinism =>
    [
        ParameterSpec.Logical("deterministic", false) with { Help = "Has no effect: results are always the same." },
        ParameterSpec.Integer("objective_seed", 5) with { Help = "Has no effect: no objective that is offered draws numbers." },
    ];

    /// <summary>How histograms are made.</summary>
    public static ParameterSpec[] Execution =>
    [
        ParameterSpec.Logical("force_row_wise", false) with { Help = NoEffect + " It can't be combined with force_col_wise." },
        ParameterSpec.Number("histogram_pool_size", -1) with { Help = "Mebibytes that histograms may take; 0 or less for no bound." },
    ];

    /// <summary>Learning on several machines.</summary>
    public static ParameterSpec TopK =>
        ParameterSpec.Integer("top_k", null) with { Tunable = true, Minimum = 1, Help = "For tree_learner voting. Has no effect on one machine." };

    /// <summary>Draws of cases.</summary>
    public static ParameterSpec[] Bagging =>
    [
        ParameterSpec.Number("pos_bagging_fraction", 1) with { Tunable = true, Minimum = 0, MinimumExclusive = true, Maximum = 1, Help = "For objective binary: the share of positive cases in a bag." },
        ParameterSpec.Number("neg_bagging_fraction", 1) with { Tunable = true, Minimum = 0, MinimumExclusive = true, Maximum = 1, Help = "For objective binary: the share of negative cases in a bag." },
        ParameterSpec.Integer("bagging_seed", 3) with { Help = "Seeds the draws of cases." },
    ];

    /// <summary>Draws of features.</summary>
    public static ParameterSpec[] FeatureSampling =>
    [
        ParameterSpec.Number("feature_fraction_bynode", 1) with { Tunable = true, Minimum = 0, MinimumExclusive = true, Maximum = 1, Help = "The share of features that a leaf sees." },
        ParameterSpec.Integer("feature_fraction_seed", 2) with { Help = "Seeds the draws of features." },
    ];

    /// <summary>Costs of features.</summary>
    public static ParameterSpec[] Cost =>
    [
        ParameterSpec.Number("cegb_tradeoff", 1) with { Tunable = true, Minimum = 0, Help = "Multiplies all costs." },
        ParameterSpec.Number("cegb_penalty_split", 0) with { Tunable = true, Minimum = 0, Help = "The cost of a split, for each case that it parts." },
        Unset("cegb_penalty_feature_lazy") with { Vector = true, Minimum = 0, Help = "One a feature: its cost for each case that needs it the first time." },
        Unset("cegb_penalty_feature_coupled") with { Vector = true, Minimum = 0, Help = "One a feature: its cost the first time that the model uses it." },
    ];

    /// <summary>Rounded gradients.</summary>
    public static ParameterSpec[] Quantized =>
    [
        ParameterSpec.Logical("use_quantized_grad", false) with { Help = "Must be false: gradients are never rounded here." },
        ParameterSpec.Integer("num_grad_quant_bins", null) with { Tunable = true, Minimum = 2, Help = "For use_quantized_grad." },
        Choice("quant_train_renew_leaf", null) with { Help = "For use_quantized_grad." },
        Choice("stochastic_rounding", null) with { Help = "For use_quantized_grad." },
    ];

    /// <summary>Bounds on what features may do.</summary>
    public static ParameterSpec[] Constraints =>
    [
        ParameterSpec.Integer("monotone_constraints", null) with { Vector = true, Minimum = -1, Maximum = 1, Help = "One a feature: 1 if predictions may only rise with it, -1 only fall, 0 free." },
        ParameterSpec.Text("monotone_constraints_method", null, "basic", "intermediate", "advanced") with { Help = "How monotone_constraints are kept: the later, the slower and the more exact; unset is basic, as is all with feature_fraction_bynode below 1." },
        Unset("monotone_penalty") with { Tunable = true, Minimum = 0, Help = "Forbids splits on bound features in so many first levels, and makes them dearer below." },
        ParameterSpec.Text("interaction_constraints", null) with { Help = "Sets of 0-based features that may meet on a path, such as [0,1],[2,3]." },
        Unset("feature_contri") with { Vector = true, Help = "One a feature: what the gains of its splits are multiplied by." },
    ];

    /// <summary>What all learners of many trees are told of them, group by group.</summary>
    public static ParameterSpec[] Ensembles =>
        [.. Regularization, .. Binning, .. Categorical, .. Determinism, .. Execution, TopK, .. Bagging, .. FeatureSampling, .. Cost, .. Quantized, .. Constraints];

    /// <summary>The least fall of the loss that counts for early stopping.</summary>
    public static ParameterSpec EarlyStoppingMinDelta =>
        ParameterSpec.Number("early_stopping_min_delta", 0) with { Tunable = true, Minimum = 0, Help = "What the loss must fall by to count as better." };

    /// <summary>The objective's name.</summary>
    public static ParameterSpec ObjectiveName =>
        ParameterSpec.Text("objective", null) with { Help = "LightGBM's name of what is minimized; unset is regression, binary or multiclass as the outcome suggests." };

    /// <summary>The device.</summary>
    public static ParameterSpec DeviceType => ParameterSpec.Text("device_type", "cpu", "cpu", "gpu", "cuda") with { Help = "Must be cpu." };

    /// <summary>The learner of several machines.</summary>
    public static ParameterSpec TreeLearner =>
        ParameterSpec.Text("tree_learner", "serial", "serial", "feature", "data", "voting") with { Help = "How several machines share the work. Has no effect on one machine." };

    /// <summary>The layout of bins.</summary>
    public static ParameterSpec ForceColWise => ParameterSpec.Logical("force_col_wise", true) with { Help = NoEffect };

    /// <summary>The number of leaves.</summary>
    public static ParameterSpec NumLeaves(int value) =>
        ParameterSpec.Integer("num_leaves", value) with { Tunable = true, Minimum = 1, Help = "The most leaves of a tree; more than 1." };

    /// <summary>The greatest depth.</summary>
    public static ParameterSpec MaxDepth(int value) =>
        ParameterSpec.Integer("max_depth", value) with { Tunable = true, Help = "The greatest depth of a leaf, the root's being 0; 0 or less for no bound." };

    /// <summary>The learning rate.</summary>
    public static ParameterSpec LearningRate(double value) =>
        ParameterSpec.Number("learning_rate", value) with { Tunable = true, Minimum = 0, MinimumExclusive = true, Maximum = 1, Help = "The share of a tree's values that is added to the model." };

    /// <summary>A share of features or cases.</summary>
    public static ParameterSpec Fraction(string name, double? value, string help) =>
        ParameterSpec.Number(name, value) with { Tunable = true, Minimum = 0, MinimumExclusive = true, Maximum = 1, Help = help };

    /// <summary>The share of features of a tree.</summary>
    public static ParameterSpec FeatureFraction(double? value) => Fraction(
        "feature_fraction", value, "The share of features that a tree sees" + (value is null ? "; unset is sqrt(p)/p for classes and 0.33 for numbers." : "."));

    /// <summary>The share of cases of a bag.</summary>
    public static ParameterSpec BaggingFraction(double value) => Fraction("bagging_fraction", value, "The share of cases in a bag.");

    /// <summary>How often bags are drawn.</summary>
    public static ParameterSpec BaggingFrequency => ParameterSpec.Integer("bagging_freq", 1) with { Tunable = true, Minimum = 1, Help = "A new bag is drawn every so many rounds." };

    /// <summary>The penalties of leaves.</summary>
    public static ParameterSpec[] Lambdas =>
    [
        ParameterSpec.Number("lambda_l1", 0) with { Tunable = true, Minimum = 0, Help = "The L1 penalty of leaves." },
        ParameterSpec.Number("lambda_l2", 0) with { Tunable = true, Minimum = 0, Help = "The L2 penalty of leaves." },
    ];

    /// <summary>The groups of levels.</summary>
    public static ParameterSpec[] Groups(int minDataPerGroup) =>
    [
        ParameterSpec.Integer("max_cat_threshold", 32) with { Tunable = true, Minimum = 1, Help = "The most levels on the smaller side of a split of a factor." },
        ParameterSpec.Integer("min_data_per_group", minDataPerGroup) with { Tunable = true, Minimum = 1, Help = "The fewest cases of a group of levels." },
    ];

    /// <summary>Linear models in leaves.</summary>
    public static ParameterSpec LinearTree => ParameterSpec.Logical("linear_tree", false) with { Tunable = true, Help = "Whether the leaves of all trees but the first are linear models of the numeric features above them. Not for objectives regression_l1, quantile and mape." };

    /// <summary>Inverse frequency weights.</summary>
    public static ParameterSpec Ifw => ParameterSpec.Logical("ifw", false) with { Tunable = true, Help = "Weights cases by the inverse frequency of their class." };

    static ParameterSpec Unset(string name) => ParameterSpec.Number(name, null);

    static ParameterSpec Choice(string name, bool? value) =>
        ParameterSpec.Logical(name, value ?? false) with { Nullable = value is null, Default = value is { } v ? new ParameterValue.Logical(v) : ParameterValue.Null };
}
