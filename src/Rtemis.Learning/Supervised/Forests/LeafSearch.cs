namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Finds the leaves of many rows together: they go down the tree as its sample did, which takes their numbers in some order.</summary>
/// <param name="features">The features.</param>
/// <param name="cancellation">Ends the search.</param>
sealed class LeafSearch(IReadOnlyList<ForestFeature> features, CancellationToken cancellation)
{
    /// <summary>The position of each row's leaf.</summary>
    public int[] Find(ForestTree tree, int[] rows)
    {
        var leaves = new int[rows.Length];
        var (places, spare) = (new int[rows.Length], new int[rows.Length]);
        for (var i = 0; i < places.Length; i++) places[i] = i;
        var ranges = new (int Start, int End)[tree.Nodes.Length];
        ranges[0] = (0, rows.Length);
        for (var n = 0; n < ranges.Length; n++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (start, end) = ranges[n];
            var node = tree.Nodes[n];
            var own = places.AsSpan(start, end - start);
            if (node.Child == 0)
            {
                foreach (var place in own) leaves[place] = n;
                continue;
            }
            var middle = start + Part(node, own, rows, spare);
            ranges[node.Child] = (start, middle);
            ranges[node.Child + 1] = (middle, end);
        }
        return leaves;
    }

    int Part(ForestNode node, Span<int> places, int[] rows, int[] spare)
    {
        if (node.Feature < 0) return Part(places, rows, spare, new LevelRule(features[~node.Feature].Values, (ulong)node.Value));
        var feature = features[node.Feature];
        return Part(places, rows, spare, new RankRule(feature.RanksFor(places.Length), feature.LastRank(node.Value)));
    }

    static int Part<TRule>(Span<int> places, int[] rows, int[] spare, TRule rule) where TRule : struct, IRowRule
    {
        var (left, right) = (0, 0);
        foreach (var place in places)
        {
            if (rule.GoesLeft(rows[place])) places[left++] = place;
            else spare[right++] = place;
        }
        spare.AsSpan(0, right).CopyTo(places[left..]);
        return left;
    }
}
