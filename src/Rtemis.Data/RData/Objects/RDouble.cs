using Rtemis.Data.RData;

namespace Rtemis.Data;

/// <summary>Double-precision numbers; <see cref="RMissing.Double"/> is a missing one, other NaNs are values.</summary>
public sealed class RDouble : RVector<double>
{
    /// <summary>Wraps <paramref name="values"/>.</summary>
    public RDouble(ReadOnlyMemory<double> values) : this(new StoredValues<double>(values))
    {
    }

    internal RDouble(RValues<double> source) : base(source)
    {
    }

    internal override ItemType Code => ItemType.Double;
}
