using Rtemis.Learning.Parameters;
using Rtemis.Learning.Resampling;

namespace Rtemis.Engines.Native.Requests;

/// <summary>Reads how cases are held out: an object with a <c>type</c> and the options of that type.</summary>
static class ResamplerParser
{
    /// <exception cref="ParameterException">The type is unknown or an option is refused.</exception>
    public static ResamplerConfig Parse(string member, IReadOnlyList<KeyValuePair<string, ParameterValue>> given)
    {
        var type = given.FirstOrDefault(g => g.Key == "type").Value switch
        {
            null => nameof(ResamplerType.KFold),
            ParameterValue.Text text => text.Value,
            var other => throw new ParameterException($"`type` of `{member}` must be a string (got {other.Source})."),
        };
        return ResamplerConfig.Create(type, given.Where(g => g.Key != "type"));
    }
}
