namespace Rtemis.Data.RData;

/// <summary>Elements that are in memory.</summary>
sealed class StoredValues<T>(ReadOnlyMemory<T> values) : RValues<T>(values.Length)
    where T : unmanaged
{
    public override ReadOnlyMemory<T> Memory => values;

    public override void CopyTo(int start, Span<T> target) => values.Span.Slice(start, target.Length).CopyTo(target);
}
