using Rtemis.Learning.Supervised.Boosting.Options;

namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>Finds the objective that is asked for.</summary>
static class ObjectiveChoice
{
    const double Epsilon = 1e-15f;

    // LightGBM's names with those that it documents as the same.
    static readonly Dictionary<string, string> Aliases = new()
    {
        ["regression_l2"] = "regression",
        ["l2"] = "regression",
        ["mean_squared_error"] = "regression",
        ["mse"] = "regression",
        ["l2_root"] = "regression",
        ["root_mean_squared_error"] = "regression",
        ["rmse"] = "regression",
        ["l1"] = "regression_l1",
        ["mean_absolute_error"] = "regression_l1",
        ["mae"] = "regression_l1",
        ["mean_absolute_percentage_error"] = "mape",
        ["softmax"] = "multiclass",
        ["multiclass_ova"] = "multiclassova",
        ["ova"] = "multiclassova",
        ["ovr"] = "multiclassova",
        ["xentropy"] = "cross_entropy",
        ["xentlambda"] = "cross_entropy_lambda",
    };

    static readonly string[] ForNumbers = ["regression", "regression_l1", "huber", "fair", "poisson", "quantile", "mape", "gamma", "tweedie", "cross_entropy", "cross_entropy_lambda"];
    static readonly string[] ForTwoClasses = ["binary", "cross_entropy"];
    static readonly string[] ForMoreClasses = ["multiclass", "multiclassova"];

    /// <summary>The name of the objective that is used.</summary>
    /// <param name="name">What is asked for, or null.</param>
    /// <param name="classes">The outcome's classes; 0 for numbers.</param>
    /// <exception cref="LearningException">It is unknown, or for outcomes of another kind.</exception>
    public static string NameOf(string? name, int classes)
    {
        var (kind, offered) = classes switch
        {
            0 => ("numbers", ForNumbers),
            <= 2 => ("two classes", ForTwoClasses),
            _ => ("more than two classes", ForMoreClasses),
        };
        if (name is null) return offered[0];
        var known = Aliases.GetValueOrDefault(name, name);
        return offered.Contains(known) ? known : throw new LearningException(
            "rtemis_value_error", $"`objective` must be one of {string.Join(", ", offered)} for an outcome of {kind}; got '{name}'.");
    }

    /// <summary>The objective.</summary>
    /// <exception cref="LearningException">It can't be had for this outcome.</exception>
    public static Objective Of(ObjectiveOptions options, BoostedCases cases) => NameOf(options.Name, cases.Classes) switch
    {
        "regression" => options.SquareRoot ? Squared(cases with { Labels = Array.ConvertAll(cases.Labels, Root) }, true) : Squared(cases, false),
        "regression_l1" => Quantile(cases, new AbsoluteLoss(), 0.5, cases.Weights),
        "quantile" when options.Alpha is > 0 and < 1 => Quantile(cases, new QuantileLoss((float)options.Alpha), (float)options.Alpha, cases.Weights),
        "quantile" => throw new LearningException("rtemis_value_error", $"`alpha` must be between 0 and 1 for objective 'quantile'; got {options.Alpha}."),
        "mape" => Quantile(cases, new PercentageLoss(), 0.5, Shares(cases)),
        "huber" => Point(cases, new HuberLoss(options.Alpha)),
        "fair" => Point(cases, new FairLoss(options.FairC)),
        "poisson" => Logarithmic(cases, new PoissonLoss(options.PoissonMaxDeltaStep)),
        "gamma" => Logarithmic(cases, new GammaLoss(), positive: true),
        "tweedie" => Logarithmic(cases, new TweedieLoss(options.TweedieVariancePower)),
        "cross_entropy" => CrossEntropy(cases),
        "cross_entropy_lambda" => EntropyRate(cases),
        "binary" => Logistic(cases, options.Sigmoid),
        "multiclass" => new SoftmaxObjective(cases),
        _ => new OneAgainstRestObjective(cases, options.Sigmoid),
    };

    /// <summary>The logistic loss of two classes.</summary>
    public static PointObjective<BinaryLoss> Logistic(BoostedCases cases, double slope)
    {
        var share = Math.Clamp(cases.Mean(row => cases.Labels[row] > 0 ? 1 : 0), Epsilon, 1 - Epsilon);
        var both = cases.Labels.Any(label => label > 0) && cases.Labels.Any(label => label <= 0);
        return new PointObjective<BinaryLoss>(cases, new BinaryLoss(slope), Math.Log(share / (1 - share)) / slope, trains: both);
    }

    static PointObjective<SquaredLoss> Squared(BoostedCases cases, bool squareRoot) =>
        new(cases, new SquaredLoss(squareRoot), cases.Mean(row => cases.Labels[row]));

    static PointObjective<TLoss> Point<TLoss>(BoostedCases cases, TLoss loss) where TLoss : struct, IPointLoss =>
        new(cases, loss, cases.Mean(row => cases.Labels[row]));

    static PointObjective<TLoss> Quantile<TLoss>(BoostedCases cases, TLoss loss, double share, float[]? weights) where TLoss : struct, IPointLoss
    {
        var quantile = new LeafQuantile(share, weights);
        return new PointObjective<TLoss>(cases, loss, quantile.Of(cases.Labels), quantile);
    }

    static PointObjective<TLoss> Logarithmic<TLoss>(BoostedCases cases, TLoss loss, bool positive = false) where TLoss : struct, IPointLoss
    {
        foreach (var label in cases.Labels)
        {
            if (label < 0 || (positive && label == 0))
                throw new LearningException("rtemis_value_error", $"Objective '{loss.Name}' takes no outcome {(positive ? "of 0 or less" : "below 0")}; got {label}.");
        }
        var mean = cases.Mean(row => cases.Labels[row]);
        return mean > 0 ? new PointObjective<TLoss>(cases, loss, Math.Log(mean))
            : throw new LearningException("rtemis_value_error", $"Objective '{loss.Name}' needs an outcome above 0; all are 0.");
    }

    static PointObjective<CrossEntropyLoss> CrossEntropy(BoostedCases cases)
    {
        CheckShares("cross_entropy", cases);
        var share = Math.Clamp(cases.Mean(row => cases.Labels[row]), Epsilon, 1 - Epsilon);
        return new PointObjective<CrossEntropyLoss>(cases, default, Math.Log(share / (1 - share)));
    }

    static EntropyRateObjective EntropyRate(BoostedCases cases)
    {
        CheckShares("cross_entropy_lambda", cases);
        if (cases.Weights?.Any(weight => weight <= 0) == true)
            throw new LearningException("rtemis_value_error", "Objective 'cross_entropy_lambda' needs weights above 0.");
        return cases.Labels.Any(label => label > 0) ? new EntropyRateObjective(cases)
            : throw new LearningException("rtemis_value_error", "Objective 'cross_entropy_lambda' needs an outcome above 0; all are 0.");
    }

    static void CheckShares(string name, BoostedCases cases)
    {
        foreach (var label in cases.Labels)
            if (label is < 0 or > 1) throw new LearningException("rtemis_value_error", $"Objective '{name}' takes outcomes of 0 to 1; got {label}.");
    }

    static float Root(float label) => MathF.CopySign(MathF.Sqrt(MathF.Abs(label)), label);

    static float[] Shares(BoostedCases cases) => [.. cases.Labels.Select((label, row) => PercentageLoss.Share(label, cases.Weight(row)))];
}
