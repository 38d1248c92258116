namespace Rtemis.Data.RData;

/// <summary>Elements that are computed from their positions.</summary>
sealed class ComputedValues<T>(int length, Func<int, T> at) : RValues<T>(length)
    where T : unmanaged
{
    readonly Lazy<T[]> _all = new(() =>
    {
        var all = new T[length];
        Fill(at, 0, all);
        return all;
    });

    public override ReadOnlyMemory<T> Memory => _all.Value;

    public override void CopyTo(int start, Span<T> target) => Fill(at, start, target);

    static void Fill(Func<int, T> at, int start, Span<T> target)
    {
        for (var i = 0; i < target.Length; i++) target[i] = at(start + i);
    }
}
