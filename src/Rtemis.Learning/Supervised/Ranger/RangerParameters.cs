using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised.Ranger;

/// <summary>
/// What Ranger is told. <c>probability</c>, <c>min_bucket</c>, <c>class_weights</c>, <c>poisson_tau</c>, <c>time_interest</c>, <c>save_memory</c>,
/// <c>verbose</c>, <c>node_stats</c> and <c>na_action</c> change nothing in ranger 0.14 as rtemis calls it; <c>ifw</c> is turned into case weights before the
/// learner sees the data.
/// </summary>
public sealed record RangerParameters
{
    internal const string Impurity = "impurity";
    internal const string Permutation = "permutation";
    internal const string Partition = "partition";
    internal const string Ignore = "ignore";
    internal const string Order = "order";
    internal const string SampleFractionName = "sample_fraction";

    /// <summary>The declaration of all parameters, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("RangerHyperparameters", "Ranger hyperparameter", RangerDeclarations.All);

    /// <summary>The number of trees; at least 1.</summary>
    public int Trees { get; init; } = 500;

    /// <summary>The features drawn for each split, 1 to that of all; null for the root of their number.</summary>
    public int? Candidates { get; init; }

    /// <summary>How importance is measured: one of the names in <see cref="Set"/>.</summary>
    public string Importance { get; init; } = Impurity;

    /// <summary>Whether trees are kept; they have to be.</summary>
    public bool KeepsForest { get; init; } = true;

    /// <summary>A node of at most this many cases is not split; null for 5, or 10 for classes.</summary>
    public int? LeafSize { get; init; }

    /// <summary>The greatest depth of a leaf; 0 for no limit.</summary>
    public int MostDepth { get; init; }

    /// <summary>Whether a case can be in a sample several times.</summary>
    public bool Replace { get; init; } = true;

    /// <summary>The size of a sample as a share of the cases, above 0 and at most 1; null for 1, or 0.632 without replacement.</summary>
    public double? SampleFraction { get; init; }

    /// <summary>Weights that rtemis checks and does not pass on; one a case, or null.</summary>
    public IReadOnlyList<double>? CaseWeights { get; init; }

    /// <summary>Weights that rtemis checks and does not pass on; one a class, or null.</summary>
    public IReadOnlyList<double>? ClassWeights { get; init; }

    /// <summary>How splits are found: <c>variance</c>, <c>gini</c>, <c>extratrees</c>, <c>maxstat</c>, <c>beta</c> or <c>hellinger</c>; null for one of the first two.</summary>
    public string? SplitRule { get; init; }

    /// <summary>The random cuts of <c>extratrees</c>; at least 1.</summary>
    public int RandomCuts { get; init; } = 1;

    /// <summary>The largest p-value of a split by <c>maxstat</c>; 0 to 1.</summary>
    public double Alpha { get; init; } = 0.5;

    /// <summary>The least share of cases on each side with <c>maxstat</c>; 0 to 0.5.</summary>
    public double LeastShare { get; init; } = 0.1;

    /// <summary>How likely each feature is drawn, 0 to 1: one vector for all trees or one for each; null for evenly.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? FeatureWeights { get; init; }

    /// <summary>Names of features that are looked at for each split.</summary>
    public IReadOnlyList<string> Always { get; init; } = [];

    /// <summary>How factors split: <c>ignore</c>, <c>order</c> or <c>partition</c>; null for the first, or the last with <c>extratrees</c>.</summary>
    public string? Factors { get; init; }

    /// <summary>Whether permutation importance is divided by its standard error.</summary>
    public bool ScalesImportance { get; init; }

    /// <summary>Whether permutation importance is kept for each case.</summary>
    public bool KeepsLocalImportance { get; init; }

    /// <summary>What the gain by a new feature is multiplied by; above 0 and at most 1.</summary>
    public double Regularization { get; init; } = 1;

    /// <summary>Whether that is taken to the power of the depth.</summary>
    public bool RegularizesByDepth { get; init; }

    /// <summary>Whether it is kept how often each case is in each sample.</summary>
    public bool KeepsSamples { get; init; }

    /// <summary>For each tree how often each case is in its sample; null to draw samples.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? Samples { get; init; }

    /// <summary>Whether trees are judged by the cases of weight 0.</summary>
    public bool Holdout { get; init; }

    /// <summary>Whether what quantiles are predicted from is kept.</summary>
    public bool Quantiles { get; init; }

    /// <summary>Whether the error outside the samples is measured.</summary>
    public bool IsJudged { get; init; } = true;

    /// <summary>Whether ranger is told to save memory, which it can't with some other options.</summary>
    public bool SavesMemory { get; init; }

    /// <summary>Seeds the trees; 0 takes a seed from the run's random numbers.</summary>
    public int Seed { get; init; }

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static RangerParameters From(ParameterValues values) => new()
    {
        Trees = values.Integer("num_trees"),
        Candidates = values.IntegerOrNull("mtry"),
        Importance = values.Text("importance"),
        KeepsForest = values.Logical("write_forest"),
        LeafSize = values.IntegerOrNull("min_node_size"),
        MostDepth = values.IntegerOrNull("max_depth") ?? 0,
        Replace = values.Logical("replace"),
        SampleFraction = values.NumberOrNull(SampleFractionName),
        CaseWeights = values.NumbersOrNull("case_weights"),
        ClassWeights = values.NumbersOrNull("class_weights"),
        SplitRule = values.TextOrNull("splitrule"),
        RandomCuts = values.Integer("num_random_splits"),
        Alpha = values.Number("alpha"),
        LeastShare = values.Number("minprop"),
        FeatureWeights = values.NumberListsOrNull("split_select_weights"),
        Always = values.TextsOrNull("always_split_variables") ?? [],
        Factors = values.TextOrNull("respect_unordered_factors"),
        ScalesImportance = values.Logical("scale_permutation_importance"),
        KeepsLocalImportance = values.Logical("local_importance"),
        Regularization = values.Number("regularization_factor"),
        RegularizesByDepth = values.Logical("regularization_usedepth"),
        KeepsSamples = values.Logical("keep_inbag"),
        Samples = values.NumberListsOrNull("inbag"),
        Holdout = values.Logical("holdout"),
        Quantiles = values.Logical("quantreg"),
        IsJudged = values.Logical("oob_error"),
        SavesMemory = values.Logical("save_memory"),
        Seed = values.IntegerOrNull("seed") ?? 0,
    };

    /// <summary>The size of a sample as a share of the cases, as it is used.</summary>
    internal double UsedFraction => SampleFraction ?? (Replace ? 1 : 0.632);

    /// <summary>How factors split, as it is used.</summary>
    internal string UsedFactors => Factors ?? (SplitRule == "extratrees" ? Partition : Ignore);
}
