using System.Buffers;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// Sorts many cases by keys that are all different: then there is only one order, so that the fastest way to it will do. The leading bits of the
/// keys are sorted digit by digit from the least, together with the case in one word; the few that these leave undecided by insertion.
/// </summary>
static class DistinctSort
{
    const int FewCases = 2048;
    const int TriedKeys = 64;
    const int Bits = 11;
    const int Buckets = 1 << Bits;
    const int Digits = 3;
    const int PlaceBits = 31;

    /// <summary>Sorts, or leaves the cases as they are and returns false: two keys are equal, or so few cases are sorted faster otherwise.</summary>
    /// <param name="keys">A number for each of the cases, none of them NaN.</param>
    /// <param name="cases">The cases.</param>
    public static bool TrySort(ReadOnlySpan<double> keys, Span<int> cases)
    {
        if (cases.Length < FewCases || HasTie(keys[..TriedKeys])) return false;
        var (words, moved) = (ArrayPool<ulong>.Shared.Rent(cases.Length), ArrayPool<ulong>.Shared.Rent(cases.Length));
        var order = ArrayPool<int>.Shared.Rent(cases.Length);
        try
        {
            Pack(keys, words);
            var counts = Count(words.AsSpan(0, keys.Length));
            for (var digit = 0; digit < Digits; digit++)
            {
                Move(words.AsSpan(0, keys.Length), moved, digit, counts.AsSpan(digit * Buckets, Buckets));
                (words, moved) = (moved, words);
            }
            if (!Finish(keys, words.AsSpan(0, keys.Length))) return false;
            for (var i = 0; i < keys.Length; i++) order[i] = cases[PlaceOf(words[i])];
            order.AsSpan(0, keys.Length).CopyTo(cases);
            return true;
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(words);
            ArrayPool<ulong>.Shared.Return(moved);
            ArrayPool<int>.Shared.Return(order);
        }
    }

    static bool HasTie(ReadOnlySpan<double> keys)
    {
        Span<double> sorted = stackalloc double[TriedKeys];
        keys.CopyTo(sorted);
        sorted.Sort();
        for (var i = 1; i < sorted.Length; i++)
            if (sorted[i] == sorted[i - 1]) return true;
        return false;
    }

    // A word is the leading bits of a key's rank above the smallest, and its place.
    static void Pack(ReadOnlySpan<double> keys, ulong[] words)
    {
        ulong least = ulong.MaxValue, most = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            var rank = words[i] = Rank(keys[i]);
            least = Math.Min(least, rank);
            most = Math.Max(most, rank);
        }
        var dropped = Math.Max(0, 64 - Digits * Bits - (int)ulong.LeadingZeroCount(most - least));
        for (var i = 0; i < keys.Length; i++) words[i] = (words[i] - least) >> dropped << PlaceBits | (uint)i;
    }

    static int[] Count(ReadOnlySpan<ulong> words)
    {
        var counts = new int[Digits * Buckets];
        foreach (var word in words)
            for (var digit = 0; digit < Digits; digit++) counts[digit * Buckets + DigitOf(word, digit)]++;
        return counts;
    }

    static void Move(ReadOnlySpan<ulong> words, ulong[] moved, int digit, Span<int> places)
    {
        var sum = 0;
        for (var bucket = 0; bucket < Buckets; bucket++) (places[bucket], sum) = (sum, sum + places[bucket]);
        foreach (var word in words) moved[places[DigitOf(word, digit)]++] = word;
    }

    // False where keys are equal, or the leading bits decided too little.
    static bool Finish(ReadOnlySpan<double> keys, Span<ulong> words)
    {
        var moves = 0;
        for (var i = 1; i < words.Length; i++)
        {
            var (word, j) = (words[i], i);
            if (words[i - 1] >> PlaceBits != word >> PlaceBits) continue;
            var key = keys[PlaceOf(word)];
            for (; j > 0 && words[j - 1] >> PlaceBits == word >> PlaceBits && keys[PlaceOf(words[j - 1])] > key; j--) words[j] = words[j - 1];
            if (j > 0 && keys[PlaceOf(words[j - 1])] == key) return false;
            words[j] = word;
            moves += i - j;
            if (moves > words.Length) return false;
        }
        return true;
    }

    static int PlaceOf(ulong word) => (int)(word & ((1UL << PlaceBits) - 1));

    // In the order of the numbers; the two zeros are the same.
    static ulong Rank(double key)
    {
        var bits = BitConverter.DoubleToUInt64Bits(key + 0.0);
        return (long)bits < 0 ? ~bits : bits | 1UL << 63;
    }

    static int DigitOf(ulong word, int digit) => (int)(word >> (PlaceBits + digit * Bits)) & (Buckets - 1);
}
