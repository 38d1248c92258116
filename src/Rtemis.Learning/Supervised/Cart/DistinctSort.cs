using System.Buffers;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// Sorts many cases by keys that are all different, digit by digit from the least: then there is only one order, so that the fastest way to it will do.
/// </summary>
static class DistinctSort
{
    const int FewCases = 2048;
    const int Bits = 11;
    const int Buckets = 1 << Bits;
    const int Digits = (64 + Bits - 1) / Bits;

    /// <summary>Sorts, or leaves the cases as they are and returns false: two keys are equal, or so few cases are sorted faster otherwise.</summary>
    /// <param name="keys">A number for each of the cases, none of them NaN.</param>
    /// <param name="cases">The cases.</param>
    public static bool TrySort(ReadOnlySpan<double> keys, Span<int> cases)
    {
        if (cases.Length < FewCases) return false;
        var (ranks, moved) = (ArrayPool<ulong>.Shared.Rent(cases.Length), ArrayPool<ulong>.Shared.Rent(cases.Length));
        var (order, movedOrder) = (ArrayPool<int>.Shared.Rent(cases.Length), ArrayPool<int>.Shared.Rent(cases.Length));
        try
        {
            for (var i = 0; i < keys.Length; i++) ranks[i] = Rank(keys[i]);
            cases.CopyTo(order);
            var counts = Count(ranks.AsSpan(0, cases.Length));
            for (var digit = 0; digit < Digits; digit++)
            {
                var places = counts.AsSpan(digit * Buckets, Buckets);
                // A digit that all have alike orders nothing.
                if (places[DigitOf(ranks[0], digit)] == cases.Length) continue;
                Move(ranks.AsSpan(0, cases.Length), order, moved, movedOrder, digit, places);
                (ranks, moved, order, movedOrder) = (moved, ranks, movedOrder, order);
            }
            for (var i = 1; i < cases.Length; i++)
                if (ranks[i] == ranks[i - 1]) return false;
            order.AsSpan(0, cases.Length).CopyTo(cases);
            return true;
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(ranks);
            ArrayPool<ulong>.Shared.Return(moved);
            ArrayPool<int>.Shared.Return(order);
            ArrayPool<int>.Shared.Return(movedOrder);
        }
    }

    static int[] Count(ReadOnlySpan<ulong> ranks)
    {
        var counts = new int[Digits * Buckets];
        foreach (var rank in ranks)
            for (var digit = 0; digit < Digits; digit++) counts[digit * Buckets + DigitOf(rank, digit)]++;
        return counts;
    }

    static void Move(ReadOnlySpan<ulong> ranks, int[] order, ulong[] moved, int[] movedOrder, int digit, Span<int> places)
    {
        var sum = 0;
        for (var bucket = 0; bucket < Buckets; bucket++) (places[bucket], sum) = (sum, sum + places[bucket]);
        for (var i = 0; i < ranks.Length; i++)
        {
            var to = places[DigitOf(ranks[i], digit)]++;
            moved[to] = ranks[i];
            movedOrder[to] = order[i];
        }
    }

    // In the order of the numbers; the two zeros are the same.
    static ulong Rank(double key)
    {
        var bits = BitConverter.DoubleToUInt64Bits(key + 0.0);
        return (long)bits < 0 ? ~bits : bits | 1UL << 63;
    }

    static int DigitOf(ulong rank, int digit) => (int)(rank >> (digit * Bits)) & (Buckets - 1);
}
