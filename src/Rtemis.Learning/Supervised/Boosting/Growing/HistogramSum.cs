using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Supervised.Boosting.Binning;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>
/// Adds the derivatives of cases to the bins of a tile's four features, case by case in their order, so that the sums are the same however tiles are shared
/// among threads. References without bounds checks: bins are in range since the tile was filled from the same bins that histograms are made for.
/// </summary>
static class HistogramSum
{
    /// <summary>Adds cases.</summary>
    /// <param name="tile">Their bins.</param>
    /// <param name="starts">Where the bins of the tile's features begin in <paramref name="sums"/>, four, counted in numbers.</param>
    /// <param name="rows">The cases, ascending.</param>
    /// <param name="pairs">A first and a second derivative for each of them, in that order.</param>
    /// <param name="sums">What is added to.</param>
    public static void Add(BinTile tile, ReadOnlySpan<int> starts, ReadOnlySpan<int> rows, ReadOnlySpan<float> pairs, Span<double> sums)
    {
        ref var all = ref MemoryMarshal.GetReference(sums);
        var four = new FourSums(ref Unsafe.Add(ref all, starts[0]), ref Unsafe.Add(ref all, starts[1]), ref Unsafe.Add(ref all, starts[2]), ref Unsafe.Add(ref all, starts[3]));
        if (tile.IsWide) AddWide(tile.Wide, rows, pairs, four);
        else if (Prefetch.Pays(rows.Length, tile.Narrow.Length)) AddNarrowFewOfMany(tile.Narrow, rows, pairs, four);
        else AddNarrow(tile.Narrow, rows, pairs, four);
    }

    // These are compiled for good at once: they are the loops in which most of the time is spent, from the first tree on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void AddNarrow(ReadOnlySpan<uint> bins, ReadOnlySpan<int> rows, ReadOnlySpan<float> pairs, FourSums sums)
    {
        ref var bin = ref MemoryMarshal.GetReference(bins);
        ref var pair = ref MemoryMarshal.GetReference(pairs);
        ref var row = ref MemoryMarshal.GetReference(rows);
        var count = (nuint)rows.Length;
        for (nuint i = 0; i < count; i++) sums.Add(Unsafe.Add(ref bin, (nuint)(uint)Unsafe.Add(ref row, i)), Pair(ref Unsafe.Add(ref pair, 2 * i)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void AddNarrowFewOfMany(ReadOnlySpan<uint> bins, ReadOnlySpan<int> rows, ReadOnlySpan<float> pairs, FourSums sums)
    {
        ref var bin = ref MemoryMarshal.GetReference(bins);
        ref var pair = ref MemoryMarshal.GetReference(pairs);
        ref var row = ref MemoryMarshal.GetReference(rows);
        var count = (nuint)rows.Length;
        for (nuint i = 0; i < count; i++)
        {
            if (i + Prefetch.Ahead < count) Prefetch.Of(ref Unsafe.Add(ref bin, (nuint)(uint)Unsafe.Add(ref row, i + Prefetch.Ahead)));
            sums.Add(Unsafe.Add(ref bin, (nuint)(uint)Unsafe.Add(ref row, i)), Pair(ref Unsafe.Add(ref pair, 2 * i)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void AddWide(ReadOnlySpan<ulong> bins, ReadOnlySpan<int> rows, ReadOnlySpan<float> pairs, FourSums sums)
    {
        ref var pair = ref MemoryMarshal.GetReference(pairs);
        for (var i = 0; i < rows.Length; i++) sums.Add(bins[rows[i]], Pair(ref Unsafe.Add(ref pair, 2 * i)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<double> Pair(ref float pair) => Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.As<float, double>(ref pair)).AsSingle());

    // The sums of four features' bins, two numbers of eight bytes each: a bin times sixteen is its place in bytes.
    readonly ref struct FourSums(ref double first, ref double second, ref double third, ref double fourth)
    {
        readonly ref double _first = ref first;
        readonly ref double _second = ref second;
        readonly ref double _third = ref third;
        readonly ref double _fourth = ref fourth;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(uint bins, Vector128<double> derivatives)
        {
            Add(ref _first, (bins & 0xFF) << 4, derivatives);
            Add(ref _second, (bins >> 4) & 0xFF0, derivatives);
            Add(ref _third, (bins >> 12) & 0xFF0, derivatives);
            Add(ref _fourth, (bins >> 20) & 0xFF0, derivatives);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(ulong bins, Vector128<double> derivatives)
        {
            Add(ref _first, ((uint)bins & 0xFFFF) << 4, derivatives);
            Add(ref _second, ((uint)(bins >> 16) & 0xFFFF) << 4, derivatives);
            Add(ref _third, ((uint)(bins >> 32) & 0xFFFF) << 4, derivatives);
            Add(ref _fourth, (uint)(bins >> 48) << 4, derivatives);
        }

        static void Add(ref double sums, uint offset, Vector128<double> derivatives)
        {
            ref var place = ref Unsafe.AddByteOffset(ref sums, (nuint)offset);
            (Vector128.LoadUnsafe(ref place) + derivatives).StoreUnsafe(ref place);
        }
    }
}
