using Rtemis.Learning.Metrics;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Resampling;

namespace Rtemis.Learning.Tuning;

/// <summary>How a grid of hyperparameters is searched.</summary>
/// <param name="Resampler">How cases are held out to judge a combination on.</param>
/// <param name="Values">The other options, values of <see cref="Set"/>.</param>
public sealed record GridSearchConfig(ResamplerConfig Resampler, ParameterValues Values)
{
    const string Type = "GridSearch";

    /// <summary>The options without the resampler, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("GridSearchConfig", $"{Type} tuner",
    [
        ParameterSpec.Text("search_type", "exhaustive", "exhaustive", "randomized") with { Help = "Tries all combinations, or a random share of them." },
        ParameterSpec.Number("randomize_p", null) with
        {
            Minimum = 0, MinimumExclusive = true, Maximum = 1, MaximumExclusive = true, Help = "The share of combinations that a randomized search tries.",
        },
        ParameterSpec.Text("metrics_aggregate_fn", "mean", [.. NamedAggregate.Names]) with
        {
            Help = "Makes one figure of those of all resamples.",
        },
        ParameterSpec.Text("metric", null) with
        {
            Help = "The figure that decides; balanced_accuracy for classes and mse for numbers where unset.",
        },
        new ParameterSpec
        {
            Name = "maximize",
            Kind = ParameterKind.Logical,
            Default = ParameterValue.Null,
            Nullable = true,
            Help = "Whether more is better; where unset it is for accuracy, balanced_accuracy and rsq.",
        },
    ]);

    /// <summary>What is used where a search is needed and none is configured: all combinations, five folds.</summary>
    public static GridSearchConfig Default { get; } = new(DefaultResampler(), Set.Defaults);

    /// <summary>Whether a random share of the combinations is tried.</summary>
    public bool IsRandomized => Values.Text("search_type") == "randomized";

    /// <summary>The phrase for it, e.g. <c>exhaustive grid search</c>.</summary>
    public string Description => $"{Values.Text("search_type")} grid search";

    /// <summary>Checks the options that were given, and fills in the others.</summary>
    /// <param name="type">rtemis's name of the search.</param>
    /// <param name="resampler">The resampler, or null for five folds.</param>
    /// <param name="fields">The other options by name.</param>
    /// <exception cref="ParameterException">The type is unknown or an option was refused.</exception>
    public static GridSearchConfig Create(string type, ResamplerConfig? resampler, IEnumerable<KeyValuePair<string, ParameterValue>> fields)
    {
        if (type != Type) throw new ParameterException($"Unsupported tuner type: {type}");
        // As in rtemis, null is no value here but leaves the default.
        var values = Set.Bind(fields.Where(f => f.Value is not ParameterValue.None));
        var config = new GridSearchConfig(resampler ?? DefaultResampler(), values);
        if (config.IsRandomized != values.NumberOrNull("randomize_p") is not null) throw new ParameterException(ShareText(config.IsRandomized));
        return config;
    }

    /// <summary>How many of <paramref name="combinations"/> are tried.</summary>
    internal int Tried(int combinations) =>
        IsRandomized ? Math.Max(1, (int)Math.Round(Values.Number("randomize_p") * combinations, MidpointRounding.ToEven)) : combinations;

    static ResamplerConfig DefaultResampler() => ResamplerConfig.Create(
        nameof(ResamplerType.KFold), [KeyValuePair.Create<string, ParameterValue>("n_resamples", new ParameterValue.Integer(5))]);

    static string ShareText(bool randomized) => $"<rtemis::{Set.ClassName}> object is invalid:\n- " + (randomized
        ? "@randomize_p must be set when @search_type is 'randomized'."
        : "@randomize_p must not be set when @search_type is 'exhaustive'.");
}
