using Rtemis.Data.RData;

namespace Rtemis.Data;

/// <summary>Truth values: 0, 1 or <see cref="RMissing.Integer"/>.</summary>
public sealed class RLogical : RVector<int>
{
    /// <summary>Wraps <paramref name="values"/>: 0 is FALSE, any other that is not missing TRUE.</summary>
    public RLogical(ReadOnlyMemory<int> values) : this(new StoredValues<int>(values))
    {
    }

    internal RLogical(RValues<int> source) : base(source)
    {
    }

    internal override ItemType Code => ItemType.Logical;
}
