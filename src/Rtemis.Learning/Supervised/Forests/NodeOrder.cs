namespace Rtemis.Learning.Supervised.Forests;

/// <summary>A node's cases in the order of a feature; those of one rank stay in the order in which they were. Serves one thread.</summary>
sealed class NodeOrder
{
    // A sort of keys takes about as long for a case as the counts of this many ranks.
    const int RanksPerCase = 4;

    int[] _counts = [];
    ulong[] _keys = [];
    int[] _order = [];
    int[] _ranks = [];
    int _length;

    /// <summary>Positions in the rows last given, in the feature's order.</summary>
    public ReadOnlySpan<int> Order => _order.AsSpan(0, _length);

    /// <summary>The feature's ranks of the cases, in its order.</summary>
    public ReadOnlySpan<int> Ranks => _ranks.AsSpan(0, _length);

    /// <summary>Orders the cases of some rows.</summary>
    public void Sort(ReadOnlySpan<int> rows, ForestFeature feature)
    {
        if (_keys.Length < rows.Length) (_keys, _order, _ranks) = (new ulong[rows.Length], new int[rows.Length], new int[rows.Length]);
        _length = rows.Length;
        if (feature.Distinct <= RanksPerCase * (long)rows.Length) Count(rows, feature);
        else SortKeys(rows, feature.Ranks);
    }

    void Count(ReadOnlySpan<int> rows, ForestFeature feature)
    {
        var ranks = feature.Ranks;
        if (_counts.Length < feature.Distinct) _counts = new int[feature.Distinct];
        var starts = _counts.AsSpan(0, feature.Distinct);
        starts.Clear();
        foreach (var row in rows) starts[ranks[row]]++;
        var start = 0;
        foreach (ref var count in starts) (count, start) = (start, start + count);
        for (var i = 0; i < rows.Length; i++)
        {
            var rank = ranks[rows[i]];
            var place = starts[rank]++;
            _order[place] = i;
            _ranks[place] = rank;
        }
    }

    void SortKeys(ReadOnlySpan<int> rows, int[] ranks)
    {
        var keys = _keys.AsSpan(0, rows.Length);
        for (var i = 0; i < keys.Length; i++) keys[i] = (ulong)ranks[rows[i]] << 32 | (uint)i;
        keys.Sort();
        for (var i = 0; i < keys.Length; i++)
        {
            _order[i] = (int)(uint)keys[i];
            _ranks[i] = (int)(keys[i] >> 32);
        }
    }
}
