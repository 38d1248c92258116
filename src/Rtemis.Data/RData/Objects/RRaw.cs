using Rtemis.Data.RData;

namespace Rtemis.Data;

/// <summary>Bytes.</summary>
public sealed class RRaw : RVector<byte>
{
    /// <summary>Wraps <paramref name="values"/>.</summary>
    public RRaw(ReadOnlyMemory<byte> values) : this(new StoredValues<byte>(values))
    {
    }

    internal RRaw(RValues<byte> source) : base(source)
    {
    }

    internal override ItemType Code => ItemType.Raw;
}
