using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Native.Requests;

/// <summary>The members of a configuration that holds others, with refusals that name the member.</summary>
/// <param name="items">The members; the last of a name counts.</param>
sealed class ConfigMembers(IReadOnlyList<KeyValuePair<string, ParameterValue>> items)
{
    /// <summary>A member, or null where it is not given.</summary>
    public ParameterValue? this[string name] => items.LastOrDefault(m => m.Key == name).Value;

    /// <summary>All but one.</summary>
    public IEnumerable<KeyValuePair<string, ParameterValue>> Without(string name) => items.Where(m => m.Key != name);

    /// <summary>Refuses members that are not in <paramref name="known"/>.</summary>
    /// <exception cref="ParameterException">There is one.</exception>
    public void AllowOnly(string owner, IReadOnlyList<string> known)
    {
        List<string> unknown = [.. items.Select(m => m.Key).Where(k => !k.StartsWith('$') && !known.Contains(k))];
        if (unknown.Count > 0) throw new ParameterException(KeyHint.Unknown(owner, unknown, known));
    }

    /// <summary>The members of an object that is called <paramref name="path"/> in refusals; none where it is not given.</summary>
    /// <exception cref="ParameterException">It is no object.</exception>
    public IReadOnlyList<KeyValuePair<string, ParameterValue>> Map(string path, string name) => this[name] switch
    {
        ParameterValue.Map map => map.Items,
        null or ParameterValue.None or ParameterValue.Vector { Items.Count: 0 } => [],
        _ => throw new ParameterException($"`{path}` must be an object."),
    };
}
