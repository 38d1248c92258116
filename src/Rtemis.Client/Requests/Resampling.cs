using System.Text.Json.Nodes;

namespace Rtemis.Client;

/// <summary>How cases are held out. What is null is the server's default; <see cref="RtemisCatalog.DescribeResamplingAsync"/> tells what there is.</summary>
/// <param name="Type"><c>KFold</c>, <c>StratSub</c>, <c>StratBoot</c>, <c>Bootstrap</c> or <c>LOOCV</c>.</param>
public sealed record Resampling(string Type)
{
    /// <summary>How many resamples.</summary>
    public int? Resamples { get; init; }

    /// <summary>The share of cases to train on (StratSub, StratBoot).</summary>
    public double? TrainP { get; init; }

    /// <summary>The column whose classes are spread evenly; the outcome where it is null.</summary>
    public string? StratifyVar { get; init; }

    /// <summary>The classes that numbers are cut into to be spread evenly.</summary>
    public int? StratNBins { get; init; }

    /// <summary>The cases of a resample (StratBoot).</summary>
    public int? TargetLength { get; init; }

    /// <summary>The column that tells which cases belong together.</summary>
    public string? IdStrat { get; init; }

    /// <summary>Makes the draws repeatable.</summary>
    public int? Seed { get; init; }

    /// <summary>Further fields of the wire.</summary>
    public Parameters Further { get; init; } = [];

    /// <summary>Independent folds: each case is tested once.</summary>
    public static Resampling KFold(int folds = 10, int? seed = null) => new("KFold") { Resamples = folds, Seed = seed };

    /// <summary>Stratified subsamples.</summary>
    public static Resampling StratSub(int resamples = 10, double trainP = 0.75, int? seed = null) =>
        new("StratSub") { Resamples = resamples, TrainP = trainP, Seed = seed };

    /// <summary>Stratified bootstraps.</summary>
    public static Resampling StratBoot(int resamples = 10, double trainP = 0.75, int? seed = null) =>
        new("StratBoot") { Resamples = resamples, TrainP = trainP, Seed = seed };

    /// <summary>Bootstraps.</summary>
    public static Resampling Bootstrap(int resamples = 10, int? seed = null) => new("Bootstrap") { Resamples = resamples, Seed = seed };

    /// <summary>Each case is left out once.</summary>
    public static Resampling LeaveOneOut() => new("LOOCV");

    internal JsonObject ToJson() => new WireFields
    {
        { "type", Type },
        { "n_resamples", Resamples },
        { "train_p", TrainP },
        { "stratify_var", StratifyVar },
        { "strat_n_bins", StratNBins },
        { "target_length", TargetLength },
        { "id_strat", IdStrat },
        { "seed", Seed },
    }.ToJson(Further);
}
