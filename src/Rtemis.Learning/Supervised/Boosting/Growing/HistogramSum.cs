using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
    /// <param name="rows">The cases.</param>
    /// <param name="pairs">A first and a second derivative for each of them, in that order.</param>
    /// <param name="sums">What is added to.</param>
    public static void Add(BinTile tile, ReadOnlySpan<int> starts, ReadOnlySpan<int> rows, ReadOnlySpan<float> pairs, Span<double> sums)
    {
        if (tile.IsWide) AddWide(tile.Wide, starts, rows, pairs, sums);
        else AddNarrow(tile.Narrow, starts, rows, pairs, sums);
    }

    // Compiled for good at once: it is the loop in which most of the time is spent, from the first tree on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void AddNarrow(ReadOnlySpan<uint> bins, ReadOnlySpan<int> starts, ReadOnlySpan<int> rows, ReadOnlySpan<float> pairs, Span<double> sums)
    {
        ref var all = ref MemoryMarshal.GetReference(sums);
        ref var first = ref Unsafe.Add(ref all, starts[0]);
        ref var second = ref Unsafe.Add(ref all, starts[1]);
        ref var third = ref Unsafe.Add(ref all, starts[2]);
        ref var fourth = ref Unsafe.Add(ref all, starts[3]);
        ref var bin = ref MemoryMarshal.GetReference(bins);
        ref var pair = ref MemoryMarshal.GetReference(pairs);
        for (var i = 0; i < rows.Length; i++)
        {
            var four = Unsafe.Add(ref bin, rows[i]);
            var derivatives = Pair(ref Unsafe.Add(ref pair, 2 * i));
            Add(ref first, four & 0xFF, derivatives);
            Add(ref second, (four >> 8) & 0xFF, derivatives);
            Add(ref third, (four >> 16) & 0xFF, derivatives);
            Add(ref fourth, four >> 24, derivatives);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void AddWide(ReadOnlySpan<ulong> bins, ReadOnlySpan<int> starts, ReadOnlySpan<int> rows, ReadOnlySpan<float> pairs, Span<double> sums)
    {
        ref var all = ref MemoryMarshal.GetReference(sums);
        ref var first = ref Unsafe.Add(ref all, starts[0]);
        ref var second = ref Unsafe.Add(ref all, starts[1]);
        ref var third = ref Unsafe.Add(ref all, starts[2]);
        ref var fourth = ref Unsafe.Add(ref all, starts[3]);
        ref var bin = ref MemoryMarshal.GetReference(bins);
        ref var pair = ref MemoryMarshal.GetReference(pairs);
        for (var i = 0; i < rows.Length; i++)
        {
            var four = Unsafe.Add(ref bin, rows[i]);
            var derivatives = Pair(ref Unsafe.Add(ref pair, 2 * i));
            Add(ref first, (uint)four & 0xFFFF, derivatives);
            Add(ref second, (uint)(four >> 16) & 0xFFFF, derivatives);
            Add(ref third, (uint)(four >> 32) & 0xFFFF, derivatives);
            Add(ref fourth, (uint)(four >> 48), derivatives);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<double> Pair(ref float pair) => Vector128.WidenLower(Vector128.CreateScalar(Unsafe.As<float, double>(ref pair)).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add(ref double sums, uint bin, Vector128<double> derivatives)
    {
        ref var place = ref Unsafe.Add(ref sums, (nuint)(2 * bin));
        (Vector128.LoadUnsafe(ref place) + derivatives).StoreUnsafe(ref place);
    }
}
