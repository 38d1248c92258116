using Rtemis.Engines.Requests;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Tuning;

namespace Rtemis.Engines.Native.Requests;

/// <summary>Reads a <c>tuner_config</c>: <c>{"type": "GridSearch", "config": {...}}</c>.</summary>
static class TunerParser
{
    const string Member = "tuner_config";
    const string Resampler = "resampler_config";

    /// <summary>The search that is asked for, or null.</summary>
    /// <exception cref="ParameterException">A member is unknown or refused.</exception>
    public static GridSearchConfig? Parse(RequestFields fields)
    {
        if (!fields.Has(Member)) return null;
        var members = new ConfigMembers(fields.Map(Member));
        if (members["type"] is not ParameterValue.Text { Value: var type }) throw new ParameterException($"`type` of `{Member}` must be a string.");
        members.AllowOnly("tuner", ["type", "config"]);
        var config = new ConfigMembers(members.Map($"{Member}.config", "config"));
        config.AllowOnly($"{type} tuner", [Resampler, .. GridSearchConfig.Set.Specs.Select(s => s.Name)]);
        var resampler = config[Resampler] is null or ParameterValue.None ? null : ResamplerParser.Parse(Resampler, config.Map(Resampler, Resampler));
        return GridSearchConfig.Create(type, resampler, config.Without(Resampler));
    }
}
