namespace Rtemis.Data.RData;

/// <summary>The cells of a pairlist as they are read, and what stands where its end should be if it isn't NULL.</summary>
sealed class PairCells
{
    public List<string?> Tags { get; } = [];

    public List<RObject> Values { get; } = [];

    public IReadOnlyList<RAttributeValue> Attributes { get; set; } = [];

    public RObject? Tail { get; set; }

    public RPairlist ToPairlist() => Tail is null
        ? new RPairlist(Tags, Values) { Attributes = Attributes }
        : throw new RDataFormatException("A pairlist does not end in NULL.");

    /// <summary>The cells as attributes: each has a name of its own.</summary>
    public IReadOnlyList<RAttributeValue> ToAttributes()
    {
        if (Tail is not null) throw new RDataFormatException("A list of attributes does not end in NULL.");
        var names = new HashSet<string>(Tags.Count);
        foreach (var tag in Tags)
            if (tag is null || !names.Add(tag)) throw new RDataFormatException(tag is null ? "An attribute has no name." : "An attribute comes twice.");
        return [.. Tags.Zip(Values, (tag, value) => new RAttributeValue(tag!, value))];
    }
}
