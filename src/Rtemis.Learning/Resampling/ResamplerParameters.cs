using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Resampling;

/// <summary>The options of each way of resampling. Whole numbers must come as such: rtemis takes no double for them.</summary>
public static class ResamplerParameters
{
    static readonly ParameterSpec Resamples = ParameterSpec.Integer("n_resamples", 10) with
    {
        Minimum = 1,
        Help = "The number of resamples.",
    };

    static readonly ParameterSpec Share = ParameterSpec.Number("train_p", 0.75) with
    {
        Minimum = 0,
        MinimumExclusive = true,
        Maximum = 1,
        MaximumExclusive = true,
        Help = "The share of cases to learn from.",
    };

    static readonly ParameterSpec StratifyBy = ParameterSpec.Text("stratify_var", null) with
    {
        Help = "The column whose values are kept in like shares in every resample; the outcome where unset.",
    };

    static readonly ParameterSpec Bins = ParameterSpec.Integer("strat_n_bins", 4) with
    {
        Minimum = 1,
        Help = "The number of intervals of equal width that those values are put into.",
    };

    static readonly ParameterSpec TargetLength = ParameterSpec.Integer("target_length", null) with
    {
        Minimum = 1,
        Help = "The number of cases of a resample; that of the data where unset.",
    };

    static readonly ParameterSpec IdColumn = ParameterSpec.Text("id_strat", null) with
    {
        Help = "The column that tells which cases belong together: they are held out together, and the column is no feature.",
    };

    static readonly ParameterSpec Seed = ParameterSpec.Integer("seed", null) with { Minimum = 0, Help = "Makes the draws repeatable." };

    static readonly ParameterSet[] Sets =
    [
        Declare(ResamplerType.KFold, Resamples, StratifyBy, Bins, IdColumn, Seed),
        Declare(ResamplerType.StratSub, Resamples, Share, StratifyBy, Bins, IdColumn, Seed),
        Declare(ResamplerType.StratBoot, Resamples, StratifyBy, Share, Bins, TargetLength, IdColumn, Seed),
        Declare(ResamplerType.Bootstrap, Resamples, IdColumn, Seed),
        Declare(ResamplerType.LOOCV, Resamples with { Default = ParameterValue.Null, Nullable = true }),
    ];

    /// <summary>
    /// The arguments of rtemis's setup function, which are those of all types together: what <c>resampler.describe</c> answers. Nothing is
    /// bound to it.
    /// </summary>
    public static ParameterSet Described { get; } = new("ResamplerConfig", "resampler",
    [
        Resamples,
        ParameterSpec.Text("type", nameof(ResamplerType.KFold), [.. Enum.GetNames<ResamplerType>(), ResamplerConfig.Custom]) with
        {
            Help = "How cases are held out; Custom works in R only.",
        },
        StratifyBy,
        Share,
        Bins,
        TargetLength,
        IdColumn,
        new ParameterSpec
        {
            Name = "resamples",
            Kind = ParameterKind.List,
            Default = ParameterValue.Null,
            Nullable = true,
            Help = "The cases of each resample of the type Custom: in R only, a request cannot set it.",
        },
        Seed,
        ParameterSpec.Integer("verbosity", 1) with { Help = "How much is told of the draws: in R only, a request cannot set it." },
    ]);

    /// <summary>The options of a type, in rtemis's order.</summary>
    public static ParameterSet Of(ResamplerType type) => Sets[(int)type];

    static ParameterSet Declare(ResamplerType type, params ParameterSpec[] specs) => new($"{type}Config", $"{type} resampler", specs);
}
