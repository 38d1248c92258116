using System.Numerics;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>
/// A node's cases in the order of a feature; those of one rank stay in the order in which they were. Cases are dealt out to ranges of ranks, which are
/// small enough to be sorted one by one. Serves one thread.
/// </summary>
sealed class NodeOrder
{
    const int MostRanges = 1 << 11;

    // Ranges of fewer cases are put in order by insertion.
    const int FewCases = 16;

    readonly int[] _starts = new int[MostRanges + 1];
    int[] _ranks = [];
    ulong[] _keys = [];
    int _length;

    /// <summary>The cases in the feature's order: the rank in the upper half of each, the position among the rows last given in the lower.</summary>
    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, _length);

    /// <summary>The rank of a key.</summary>
    public static int Rank(ulong key) => (int)(key >> 32);

    /// <summary>The position of a key.</summary>
    public static int Position(ulong key) => (int)(uint)key;

    /// <summary>Orders the cases of some rows.</summary>
    public void Sort(ReadOnlySpan<int> rows, ForestFeature feature)
    {
        if (_keys.Length < rows.Length) (_keys, _ranks) = (new ulong[rows.Length], new int[rows.Length]);
        _length = rows.Length;
        var ranks = _ranks.AsSpan(0, rows.Length);
        var (least, most) = Gather(rows, feature.Ranks, ranks);
        // A range has two cases or so where ranks are spread evenly, but is never narrower than a rank.
        var bits = Math.Clamp(BitOperations.Log2((uint)rows.Length), 4, BitOperations.Log2(MostRanges));
        var shift = Math.Max(0, BitOperations.Log2((uint)(most - least) | 1) + 1 - bits);
        var starts = _starts.AsSpan(0, ((most - least) >> shift) + 2);
        Deal(ranks, least, shift, starts);
        if (shift == 0) return;
        var start = 0;
        foreach (var end in starts[..^1])
        {
            Settle(_keys.AsSpan(start, end - start));
            start = end;
        }
    }

    static (int Least, int Most) Gather(ReadOnlySpan<int> rows, int[] all, Span<int> ranks)
    {
        var (least, most) = (int.MaxValue, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            var rank = all[rows[i]];
            ranks[i] = rank;
            least = Math.Min(least, rank);
            most = Math.Max(most, rank);
        }
        return (least, most);
    }

    // Leaves the ends of the ranges in their starts.
    void Deal(ReadOnlySpan<int> ranks, int least, int shift, Span<int> starts)
    {
        starts.Clear();
        foreach (var rank in ranks) starts[((rank - least) >> shift) + 1]++;
        for (var r = 1; r < starts.Length; r++) starts[r] += starts[r - 1];
        var keys = _keys.AsSpan(0, ranks.Length);
        for (var i = 0; i < ranks.Length; i++)
        {
            var rank = ranks[i];
            keys[starts[(rank - least) >> shift]++] = (ulong)rank << 32 | (uint)i;
        }
    }

    static void Settle(Span<ulong> keys)
    {
        if (keys.Length > FewCases)
        {
            keys.Sort();
            return;
        }
        for (var i = 1; i < keys.Length; i++)
        {
            var key = keys[i];
            var j = i - 1;
            for (; j >= 0 && keys[j] > key; j--) keys[j + 1] = keys[j];
            keys[j + 1] = key;
        }
    }
}
