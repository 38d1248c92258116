using Rtemis.Data.RData;

namespace Rtemis.Data;

/// <summary>A pairlist of at least one element: without any it is <see cref="RNull"/>.</summary>
public sealed class RPairlist : RObject
{
    /// <summary>Wraps <paramref name="values"/>; <paramref name="tags"/> has the name of each, or null where it has none.</summary>
    /// <exception cref="ArgumentException">The two differ in length, or are empty.</exception>
    public RPairlist(IReadOnlyList<string?> tags, IReadOnlyList<RObject> values)
    {
        if (values.Count == 0) throw new ArgumentException("A pairlist has an element.", nameof(values));
        if (tags.Count != values.Count) throw new ArgumentException($"There are {tags.Count} tags for {values.Count} values.", nameof(tags));
        Tags = tags;
        Values = values;
    }

    /// <summary>The name of each element, or null.</summary>
    public IReadOnlyList<string?> Tags { get; }

    /// <summary>The elements.</summary>
    public IReadOnlyList<RObject> Values { get; }

    internal override ItemType Code => ItemType.Pairlist;
}
