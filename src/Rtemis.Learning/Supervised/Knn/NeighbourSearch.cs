namespace Rtemis.Learning.Supervised.Knn;

/// <summary>
/// Finds the cases nearest to a point, in the order in which the R package kknn lists them: among equal distances that order follows from the way of
/// its scan, which keeps a short buffer, sorts it when it is full and goes on with a bound. One search is used by one thread at a time.
/// </summary>
sealed class NeighbourSearch
{
    const double Unset = 1e300;
    const double Slack = 1e-8;

    readonly CaseGroups _groups;
    readonly double _power;
    readonly int _wanted;
    readonly double[] _sums;
    readonly int[] _indexes;
    int _used;
    double _bound;

    /// <param name="groups">The cases.</param>
    /// <param name="power">The power of the Minkowski distance.</param>
    /// <param name="wanted">How many are wanted, at most as many as there are cases.</param>
    public NeighbourSearch(CaseGroups groups, double power, int wanted)
    {
        (_groups, _power, _wanted) = (groups, power, wanted);
        var room = Math.Min(2 * Math.Min(Math.Max(10, wanted), groups.Cases), groups.Cases);
        _sums = new double[room];
        _indexes = new int[room];
        Distances = new double[wanted];
    }

    /// <summary>The distances that the last search found, ascending.</summary>
    public double[] Distances { get; }

    /// <summary>The 0-based cases that the last search found, nearest first.</summary>
    public ReadOnlySpan<int> Cases => _indexes.AsSpan(0, _wanted);

    /// <summary>Begins a search.</summary>
    public void Start()
    {
        Array.Fill(_sums, Unset);
        (_used, _bound) = (0, Unset);
    }

    /// <summary>Looks at the next groups: the calls of a search take all of them, in their order.</summary>
    /// <param name="point">A value for each column.</param>
    /// <param name="start">The first group.</param>
    /// <param name="end">The end of the groups.</param>
    public void Scan(ReadOnlySpan<double> point, int start, int end)
    {
        Span<double> sums = stackalloc double[CaseGroups.Size];
        for (var group = start; group < end; group++)
        {
            if (!_groups.PowerSums(point, group, _bound + Slack, sums)) continue;
            var first = group * CaseGroups.Size;
            for (var i = first; i < Math.Min(first + CaseGroups.Size, _groups.Cases); i++)
                if (sums[i - first] < _bound) Keep(i, sums[i - first]);
        }
    }

    /// <summary>Ends a search: what it found is there.</summary>
    public void Finish()
    {
        ShellSort.Sort(_sums, _indexes);
        for (var i = 0; i < _wanted; i++) Distances[i] = _power == 2 ? Math.Sqrt(_sums[i]) : Math.Pow(_sums[i], 1 / _power);
    }

    void Keep(int index, double sum)
    {
        _sums[_used] = sum;
        _indexes[_used] = index;
        if (++_used != _sums.Length - 1) return;
        ShellSort.Sort(_sums, _indexes);
        (_used, _bound) = (_wanted - 1, _sums[_wanted - 1]);
    }
}
