using Rtemis.Data.RData;

namespace Rtemis.Data;

/// <summary>32-bit whole numbers; <see cref="RMissing.Integer"/> is a missing one.</summary>
public sealed class RInteger : RVector<int>
{
    /// <summary>Wraps <paramref name="values"/>.</summary>
    public RInteger(ReadOnlyMemory<int> values) : this(new StoredValues<int>(values))
    {
    }

    internal RInteger(RValues<int> source) : base(source)
    {
    }

    internal override ItemType Code => ItemType.Integer;
}
