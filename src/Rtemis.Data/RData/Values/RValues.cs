namespace Rtemis.Data.RData;

/// <summary>The elements of a vector, given out in pieces, so that what is written need not be in memory at once.</summary>
abstract class RValues<T>(int length)
    where T : unmanaged
{
    public int Length { get; } = length;

    /// <summary>All elements.</summary>
    public abstract ReadOnlyMemory<T> Memory { get; }

    /// <summary>Fills <paramref name="target"/> with the elements from <paramref name="start"/> on.</summary>
    public abstract void CopyTo(int start, Span<T> target);
}
