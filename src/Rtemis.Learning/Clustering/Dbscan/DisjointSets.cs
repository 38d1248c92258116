namespace Rtemis.Learning.Clustering.Dbscan;

/// <summary>
/// Sets of numbers that are joined, from several threads at a time: in the end they are the same in whatever order. Source: R. Anderson, H.
/// Woll, "Wait-free parallel algorithms for the union-find problem", 1991.
/// </summary>
sealed class DisjointSets
{
    // Each number points to an earlier one of its set, the first of a set to itself.
    readonly int[] _earlier;

    public DisjointSets(int count) => _earlier = [.. Enumerable.Range(0, count)];

    /// <summary>The least number of a set.</summary>
    public int First(int member)
    {
        while (true)
        {
            var earlier = Volatile.Read(ref _earlier[member]);
            if (earlier == member) return member;
            var before = Volatile.Read(ref _earlier[earlier]);
            // The way becomes shorter; if another thread changed it, it is no longer for that.
            if (before != earlier) Interlocked.CompareExchange(ref _earlier[member], before, earlier);
            member = before;
        }
    }

    /// <summary>Whether two numbers are in one set; false may no longer be true when other threads join.</summary>
    public bool AreJoined(int a, int b) => First(a) == First(b);

    /// <summary>Makes the sets of two numbers one.</summary>
    public void Join(int a, int b)
    {
        while (true)
        {
            (a, b) = (First(a), First(b));
            if (a == b) return;
            if (a < b) (a, b) = (b, a);
            if (Interlocked.CompareExchange(ref _earlier[a], b, a) == a) return;
        }
    }
}
