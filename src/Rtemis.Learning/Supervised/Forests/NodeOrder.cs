using System.Numerics;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>
/// A node's cases in the order of a feature; those of one rank stay in the order in which they were. Few are put in order by insertion, more by the digits of
/// their ranks, the last digit first. Serves one thread.
/// </summary>
sealed class NodeOrder
{
    const int FewCases = 32;

    // With so many cases it pays to go over them once less, at the price of more counts.
    const int ManyCases = 128;

    const int MostDigits = 3;

    int[] _counts = [];
    ulong[] _keys = [];
    ulong[] _other = [];
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
        if (_keys.Length < rows.Length) (_keys, _other) = (new ulong[rows.Length], new ulong[rows.Length]);
        _length = rows.Length;
        var keys = _keys.AsSpan(0, rows.Length);
        var ranks = feature.RanksFor(rows.Length);
        for (var i = 0; i < keys.Length; i++) keys[i] = (ulong)ranks[rows[i]] << 32 | (uint)i;
        if (rows.Length <= FewCases) Insert(keys);
        else SortDigits(BitOperations.Log2((uint)feature.Distinct) + 1);
    }

    static void Insert(Span<ulong> keys)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            var key = keys[i];
            var j = i - 1;
            for (; j >= 0 && keys[j] > key; j--) keys[j + 1] = keys[j];
            keys[j + 1] = key;
        }
    }

    void SortDigits(int bits)
    {
        var digits = Math.Min(bits, _length < ManyCases ? MostDigits : MostDigits - 1);
        var width = (bits + digits - 1) / digits;
        if (_counts.Length < 1 << width) _counts = new int[1 << width];
        for (var digit = 0; digit < digits; digit++) Deal(32 + digit * width, _counts.AsSpan(0, 1 << width));
    }

    // Puts the keys in the order of one digit, and leaves those of the same digit as they are.
    void Deal(int shift, Span<int> counts)
    {
        var keys = _keys.AsSpan(0, _length);
        var dealt = _other.AsSpan(0, _length);
        var mask = counts.Length - 1;
        counts.Clear();
        foreach (var key in keys) counts[(int)(key >> shift) & mask]++;
        var start = 0;
        foreach (ref var count in counts) (count, start) = (start, start + count);
        foreach (var key in keys) dealt[counts[(int)(key >> shift) & mask]++] = key;
        (_keys, _other) = (_other, _keys);
    }
}
