using System.Globalization;
using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Resampling;

/// <summary>A way of resampling with its options.</summary>
/// <param name="Type">The way.</param>
/// <param name="Values">The options, values of the type's set.</param>
public sealed record ResamplerConfig(ResamplerType Type, ParameterValues Values)
{
    internal const string Custom = "Custom";

    /// <summary>The number of resamples; null for leave-one-out that has not met its data.</summary>
    public int? Count => Values.IntegerOrNull("n_resamples");

    /// <summary>The column that tells which cases belong together and is no feature, or null.</summary>
    public string? IdColumn => TextOrNull("id_strat");

    /// <summary>The phrase for the resamples, e.g. <c>5 independent folds</c>.</summary>
    public string Description => Count?.ToString(CultureInfo.InvariantCulture) + Type switch
    {
        ResamplerType.KFold => " independent folds",
        ResamplerType.StratSub => " stratified subsamples",
        ResamplerType.StratBoot => " stratified bootstraps",
        ResamplerType.Bootstrap => " bootstrap resamples",
        _ => " leave-one-out folds",
    };

    internal string? StratifyBy => TextOrNull("stratify_var");

    internal int? Seed => IntegerOrNull("seed");

    internal int? TargetLength => IntegerOrNull("target_length");

    /// <summary>Checks the options that were given for a type, and fills in the others.</summary>
    /// <param name="type">rtemis's name of the type.</param>
    /// <param name="fields">The options by name, without the type.</param>
    /// <exception cref="ParameterException">The type is unknown or has no wire form, or an option was refused.</exception>
    public static ResamplerConfig Create(string type, IEnumerable<KeyValuePair<string, ParameterValue>> fields)
    {
        if (type == Custom)
        {
            throw new ParameterException(
                "Custom resampling cannot be read from a config: its resamples are positions in one dataset and have no wire form. " +
                "Build it in R with setup_Resampler(type = \"Custom\", resamples = ...).");
        }
        var names = Enum.GetNames<ResamplerType>();
        if (Array.IndexOf(names, type) is not (>= 0 and var index)) throw new ParameterException($"Unsupported resampler type:{type}");
        return new ResamplerConfig((ResamplerType)index, ResamplerParameters.Of((ResamplerType)index).Bind(fields));
    }

    internal ResamplerConfig With(string name, int value) =>
        this with { Values = Values.With([KeyValuePair.Create<string, ParameterValue>(name, new ParameterValue.Integer(value))]) };

    string? TextOrNull(string name) => Has(name) ? Values.TextOrNull(name) : null;

    int? IntegerOrNull(string name) => Has(name) ? Values.IntegerOrNull(name) : null;

    // Not every type has every option.
    bool Has(string name) => Values.Set.Specs.Any(s => s.Name == name);
}
