using Rtemis.Data.RData;

namespace Rtemis.Data;

/// <summary>A vector of numbers, truth values or bytes. Its values may be computed when they are asked for.</summary>
/// <typeparam name="T">What an element takes in memory.</typeparam>
public abstract class RVector<T> : RObject
    where T : unmanaged
{
    private protected RVector(RValues<T> source) => Source = source;

    /// <summary>The number of elements.</summary>
    public int Length => Source.Length;

    /// <summary>The elements. If they are computed, that happens once, and they stay in memory from then on.</summary>
    public ReadOnlyMemory<T> Values => Source.Memory;

    internal RValues<T> Source { get; }
}
