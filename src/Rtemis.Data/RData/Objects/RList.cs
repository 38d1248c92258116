using Rtemis.Data.RData;

namespace Rtemis.Data;

/// <summary>A list: elements of any types.</summary>
/// <param name="values">The elements.</param>
public sealed class RList(IReadOnlyList<RObject> values) : RObject
{
    /// <summary>The elements.</summary>
    public IReadOnlyList<RObject> Values { get; } = values;

    /// <summary>The first element of that name, or null.</summary>
    public RObject? Find(string name)
    {
        if (Attribute("names") is not RCharacter names) return null;
        var at = names.Values.Span.IndexOf(name);
        return at >= 0 && at < Values.Count ? Values[at] : null;
    }

    /// <summary>A list whose elements have names, and a class if <paramref name="className"/> is given.</summary>
    public static RList Named(IReadOnlyCollection<KeyValuePair<string, RObject>> members, string? className = null)
    {
        var names = new RAttributeValue("names", new RCharacter(members.Select(m => (string?)m.Key).ToArray()));
        return new RList([.. members.Select(m => m.Value)])
        {
            Attributes = className is null ? [names] : [names, new RAttributeValue("class", new RCharacter(className))],
        };
    }

    internal override ItemType Code => ItemType.List;
}
