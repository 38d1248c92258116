using Rtemis.Learning.Parameters;
using Rtemis.Learning.Resampling;
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
        var given = fields.Map(Member);
        if (Find(given, "type") is not ParameterValue.Text { Value: var type }) throw new ParameterException($"`type` of `{Member}` must be a string.");
        Known("tuner", given, "type", "config");
        var config = Members($"{Member}.config", Find(given, "config"));
        Known($"{type} tuner", config, [Resampler, .. GridSearchConfig.Set.Specs.Select(s => s.Name)]);
        return GridSearchConfig.Create(type, Inner(config), config.Where(c => c.Key != Resampler));
    }

    static ResamplerConfig? Inner(IReadOnlyList<KeyValuePair<string, ParameterValue>> config)
    {
        var given = Find(config, Resampler);
        return given is null or ParameterValue.None ? null : ResamplerParser.Parse(Resampler, Members(Resampler, given));
    }

    static ParameterValue? Find(IReadOnlyList<KeyValuePair<string, ParameterValue>> members, string name) =>
        members.LastOrDefault(m => m.Key == name).Value;

    static IReadOnlyList<KeyValuePair<string, ParameterValue>> Members(string name, ParameterValue? value) => value switch
    {
        ParameterValue.Map map => map.Items,
        null or ParameterValue.None or ParameterValue.Vector { Items.Count: 0 } => [],
        _ => throw new ParameterException($"`{name}` must be an object."),
    };

    static void Known(string owner, IReadOnlyList<KeyValuePair<string, ParameterValue>> given, params IReadOnlyList<string> known)
    {
        List<string> unknown = [.. given.Select(g => g.Key).Where(k => !k.StartsWith('$') && !known.Contains(k))];
        if (unknown.Count > 0) throw new ParameterException(KeyHint.Unknown(owner, unknown, known));
    }
}
