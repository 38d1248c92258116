using Rtemis.Learning.Parameters;
using Rtemis.Learning.Supervised.Boosting.Options;

namespace Rtemis.Learning.Supervised.Boosting.Parameters;

/// <summary>Makes options of values; what a set does not declare, or leaves unset, keeps LightGBM's default.</summary>
/// <param name="values">Checked values.</param>
sealed class OptionReader(ParameterValues values)
{
    static readonly BoostingOptions Defaults = new();

    /// <summary>The options.</summary>
    public BoostingOptions Read() => new()
    {
        Kind = Text("boosting") switch { "rf" => BoostingKind.RandomForest, "dart" => BoostingKind.DropOut, _ => BoostingKind.GradientBoosting },
        LearningRate = Number("learning_rate", Defaults.LearningRate),
        Objective = Objective(),
        Binning = Binning(),
        Growth = Growth(),
        Sampling = Sampling(),
        Drop = Drop(),
    };

    ObjectiveOptions Objective()
    {
        var defaults = Defaults.Objective;
        return new ObjectiveOptions
        {
            Name = Text("objective"),
            Alpha = Number("alpha", defaults.Alpha),
            TweedieVariancePower = Number("tweedie_variance_power", defaults.TweedieVariancePower),
            FairC = Number("fair_c", defaults.FairC),
            PoissonMaxDeltaStep = Number("poisson_max_delta_step", defaults.PoissonMaxDeltaStep),
            Sigmoid = Number("sigmoid", defaults.Sigmoid),
            BoostFromAverage = Logical("boost_from_average", defaults.BoostFromAverage),
            SquareRoot = Logical("reg_sqrt", defaults.SquareRoot),
        };
    }

    BinningOptions Binning() => new()
    {
        MaxBin = Integer("max_bin", Defaults.Binning.MaxBin),
        MinDataInBin = Integer("min_data_in_bin", Defaults.Binning.MinDataInBin),
        UseMissing = Logical("use_missing", Defaults.Binning.UseMissing),
        ZeroAsMissing = Logical("zero_as_missing", Defaults.Binning.ZeroAsMissing),
    };

    GrowthOptions Growth()
    {
        var defaults = Defaults.Growth;
        return new GrowthOptions
        {
            NumLeaves = Integer("num_leaves", defaults.NumLeaves),
            MaxDepth = Integer("max_depth", defaults.MaxDepth),
            Leaf = Leaf(),
            Category = Category(),
            FeatureFraction = Number("feature_fraction", defaults.FeatureFraction),
            FeatureFractionByNode = Number("feature_fraction_bynode", defaults.FeatureFractionByNode),
            FeatureFractionSeed = Integer("feature_fraction_seed", defaults.FeatureFractionSeed),
            ExtraTrees = Logical("extra_trees", defaults.ExtraTrees),
            ExtraSeed = Integer("extra_seed", defaults.ExtraSeed),
            Monotone = values.IntegersOrNull("monotone_constraints") ?? [],
            MonotonePenalty = Number("monotone_penalty", defaults.MonotonePenalty),
            Interactions = Text("interaction_constraints") is { } sets ? InteractionSets.Parse(sets)! : [],
            FeatureWeights = values.NumbersOrNull("feature_contri") ?? [],
            HistogramPoolSize = Number("histogram_pool_size", defaults.HistogramPoolSize),
            Cost = new CostOptions
            {
                Tradeoff = Number("cegb_tradeoff", defaults.Cost.Tradeoff),
                Split = Number("cegb_penalty_split", defaults.Cost.Split),
                Lazy = values.NumbersOrNull("cegb_penalty_feature_lazy") ?? [],
                Coupled = values.NumbersOrNull("cegb_penalty_feature_coupled") ?? [],
            },
        };
    }

    LeafOptions Leaf()
    {
        var defaults = Defaults.Growth.Leaf;
        return new LeafOptions
        {
            MinDataInLeaf = Integer("min_data_in_leaf", defaults.MinDataInLeaf),
            MinSumHessian = Number("min_sum_hessian_in_leaf", defaults.MinSumHessian),
            Lambda1 = Number("lambda_l1", defaults.Lambda1),
            Lambda2 = Number("lambda_l2", defaults.Lambda2),
            MinGainToSplit = Number("min_gain_to_split", defaults.MinGainToSplit),
            MaxDeltaStep = Number("max_delta_step", defaults.MaxDeltaStep),
            PathSmooth = Number("path_smooth", defaults.PathSmooth),
        };
    }

    CategoryOptions Category()
    {
        var defaults = Defaults.Growth.Category;
        return new CategoryOptions
        {
            MaxThreshold = Integer("max_cat_threshold", defaults.MaxThreshold),
            MinDataPerGroup = Integer("min_data_per_group", defaults.MinDataPerGroup),
            L2 = Number("cat_l2", defaults.L2),
            Smooth = Number("cat_smooth", defaults.Smooth),
            MaxOneHot = Integer("max_cat_to_onehot", defaults.MaxOneHot),
        };
    }

    SamplingOptions Sampling()
    {
        var defaults = Defaults.Sampling;
        return new SamplingOptions
        {
            BaggingFraction = Number("bagging_fraction", defaults.BaggingFraction),
            BaggingFrequency = Integer("bagging_freq", defaults.BaggingFrequency),
            PositiveFraction = Number("pos_bagging_fraction", defaults.PositiveFraction),
            NegativeFraction = Number("neg_bagging_fraction", defaults.NegativeFraction),
            Seed = Integer("bagging_seed", defaults.Seed),
            ByGradient = Text("data_sample_strategy") == "goss",
            TopRate = Number("top_rate", defaults.TopRate),
            OtherRate = Number("other_rate", defaults.OtherRate),
        };
    }

    DropOptions Drop()
    {
        var defaults = Defaults.Drop;
        return new DropOptions
        {
            Rate = Number("drop_rate", defaults.Rate),
            Max = Integer("max_drop", defaults.Max),
            Skip = Number("skip_drop", defaults.Skip),
            Uniform = Logical("uniform_drop", defaults.Uniform),
            XgBoostMode = Logical("xgboost_dart_mode", defaults.XgBoostMode),
            Seed = Integer("drop_seed", defaults.Seed),
        };
    }

    bool Has(string name) => values.Set.Specs.Any(s => s.Name == name);

    string? Text(string name) => Has(name) ? values.TextOrNull(name) : null;

    double Number(string name, double other) => (Has(name) ? values.NumberOrNull(name) : null) ?? other;

    int Integer(string name, int other) => (Has(name) ? values.IntegerOrNull(name) : null) ?? other;

    bool Logical(string name, bool other) => (Has(name) ? values.LogicalOrNull(name) : null) ?? other;
}
