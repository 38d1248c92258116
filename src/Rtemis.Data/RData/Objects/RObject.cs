using Rtemis.Data.RData;

namespace Rtemis.Data;

/// <summary>
/// A value of R as its serialization holds it: NULL, an atomic vector, a list, a symbol or a pairlist, each with attributes. Immutable.
/// </summary>
public abstract class RObject
{
    private protected RObject()
    {
    }

    /// <summary>The attributes, in their order; a name occurs once.</summary>
    public IReadOnlyList<RAttributeValue> Attributes { get; init; } = [];

    /// <summary>What R's <c>typeof</c> says of it.</summary>
    public string TypeName => TypeNames.Of(Code);

    /// <summary>The attribute of that name, or null.</summary>
    public RObject? Attribute(string name) => Attributes.FirstOrDefault(a => a.Name == name)?.Value;

    /// <summary>Whether the attribute <c>class</c> has <paramref name="name"/> among its values.</summary>
    public bool Inherits(string name) => Attribute("class") is RCharacter classes && classes.Values.Span.Contains(name);

    /// <summary>The number that the format has for the type.</summary>
    internal abstract ItemType Code { get; }
}
