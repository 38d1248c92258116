using Rtemis.Learning.Neighbours;

namespace Rtemis.Learning.Clustering.Dbscan;

/// <summary>
/// Joins core cases with those in their neighbourhoods. Most cases are soon in one set with all around them: blocks of cases whose cores are
/// in one set are known by one of them, and are passed over when that set is one's own.
/// </summary>
sealed class CoreJoin(int blocks, double limit, bool[] cores, DisjointSets sets)
{
    // Of each block that is in one set, a core of it plus one; or None where it has no core. Sets only grow, so it stays right.
    const int None = -1;

    readonly int[] _members = new int[blocks];

    /// <summary>The search of a core.</summary>
    public IPointSearch Of(int core) => new Search(this, core);

    bool Skips(int core, int block, ReadOnlySpan<int> indexes)
    {
        var member = Volatile.Read(ref _members[block]);
        if (member == 0) member = Find(block, indexes);
        return member == None || (member > 0 && sets.AreJoined(core, member - 1));
    }

    int Find(int block, ReadOnlySpan<int> indexes)
    {
        var member = None;
        foreach (var index in indexes)
        {
            if (index == PointBlocks.Nothing || !cores[index]) continue;
            if (member == None) member = index + 1;
            else if (!sets.AreJoined(index, member - 1)) return 0;
        }
        Volatile.Write(ref _members[block], member);
        return member;
    }

    sealed class Search(CoreJoin all, int core) : IPointSearch
    {
        readonly double _limit = all.Limit;

        public double Limit => _limit;

        public bool Skips(int block, ReadOnlySpan<int> indexes) => all.Skips(core, block, indexes);

        public void Take(ReadOnlySpan<int> indexes, ReadOnlySpan<double> measures)
        {
            for (var i = 0; i < indexes.Length; i++)
                if (measures[i] <= _limit && indexes[i] != PointBlocks.Nothing && all.IsCore(indexes[i])) all.Join(core, indexes[i]);
        }
    }

    double Limit => limit;

    bool IsCore(int index) => cores[index];

    void Join(int core, int other) => sets.Join(core, other);
}
