namespace Rtemis.Learning.Supervised.Forests;

/// <summary>A feature that trees are grown on; a factor is the numbers of its levels, in their order.</summary>
sealed class ForestFeature
{
    // A table of so many rows stays in the processor's cache while features are looked at.
    const int FewRows = 4096;

    readonly double[] _distinct;
    RankView? _near;

    /// <param name="values">A number for each row, none missing. The array is kept.</param>
    /// <param name="isUnordered">Whether the numbers are those of a factor's levels, from 1 on, between whose sets it splits.</param>
    public ForestFeature(double[] values, bool isUnordered = false)
    {
        IsUnordered = isUnordered;
        Values = values;
        var sorted = (double[])values.Clone();
        var rows = new int[values.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = i;
        Array.Sort(sorted, rows);
        Ranks = new int[values.Length];
        var distinct = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] > sorted[distinct - 1]) sorted[distinct++] = sorted[i];
            Ranks[rows[i]] = distinct - 1;
        }
        _distinct = sorted[..distinct];
    }

    ForestFeature(ForestFeature original, int[] order)
    {
        _distinct = original._distinct;
        IsUnordered = original.IsUnordered;
        IsReordered = true;
        Values = Array.ConvertAll(order, row => original.Values[row]);
        Ranks = Array.ConvertAll(order, row => original.Ranks[row]);
    }

    /// <summary>Whether it splits between sets of levels.</summary>
    public bool IsUnordered { get; }

    /// <summary>Whether its numbers are another feature's in another order.</summary>
    public bool IsReordered { get; }

    /// <summary>The number of each row.</summary>
    public double[] Values { get; }

    /// <summary>For each row how many smaller numbers the feature has.</summary>
    public int[] Ranks { get; }

    /// <summary>How many different numbers it has.</summary>
    public int Distinct => _distinct.Length;

    /// <summary>The ranks, as they are fastest to look up for a number of rows.</summary>
    public RankView RanksFor(int rows) => rows <= FewRows && _near is { } near ? near : new RankView(Ranks, 1, 0);

    /// <summary>Keeps the same ranks in another place too, for looking up few of them.</summary>
    public void Attach(RankView near) => _near = near;

    /// <summary>The same numbers for other rows: each gets that of the row in its place of an order of all.</summary>
    public ForestFeature Reorder(int[] order) => new(this, order);

    /// <summary>The number of a rank.</summary>
    public double ValueAt(int rank) => _distinct[rank];

    /// <summary>The last rank of those whose numbers are at most a cut; -1 where none is.</summary>
    public int LastRank(double cut)
    {
        var found = Array.BinarySearch(_distinct, cut);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The number that parts those of two ranks: the middle, or the lower one where that is, to rounding, the upper one.</summary>
    public double Cut(int below, int above)
    {
        var (lower, upper) = (_distinct[below], _distinct[above]);
        var middle = (lower + upper) / 2;
        return middle >= lower && middle < upper ? middle : lower;
    }
}
