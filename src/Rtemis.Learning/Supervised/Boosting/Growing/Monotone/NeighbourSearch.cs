using Rtemis.Learning.Supervised.Boosting.Binning;

namespace Rtemis.Learning.Supervised.Boosting.Growing.Monotone;

/// <summary>Finds the leaves that a leaf may not pass, and the bins of a feature in which it lies next to each of them.</summary>
/// <param name="splits">The splits of the tree.</param>
/// <param name="leaves">Its leaves.</param>
/// <param name="feature">The feature.</param>
/// <param name="fromAbove">Whether leaves are looked for that it may not be above, else below.</param>
/// <param name="bound">Takes the value of such a leaf, the first bin, and the end of the bins.</param>
sealed class NeighbourSearch(
    LinkedSplits splits, IReadOnlyList<GrowingLeaf> leaves, BinnedFeature feature, bool fromAbove, Action<double, int, int> bound)
{
    readonly Region _region = new();

    /// <summary>Looks for them.</summary>
    /// <param name="leaf">The place of the leaf.</param>
    public void Run(int leaf)
    {
        var (start, end) = (0, feature.Bins.Count);
        foreach (var (above, otherIsLeft) in splits.Climb(~leaf, _region))
        {
            if (above.Feature == feature.Index)
            {
                // As in LightGBM the bin of the cut counts for both sides; the right one has no cases in it.
                if (otherIsLeft) start = Math.Max(start, above.Cut);
                else end = Math.Min(end, above.Cut + 1);
            }
            if (above.Monotone == 0 || (above.Monotone > 0 != otherIsLeft) != fromAbove) continue;
            Descend(otherIsLeft ? above.Left : above.Right, above.Feature == feature.Index, start, end);
        }
    }

    void Descend(int child, bool partedByFeature, int start, int end)
    {
        if (child < 0)
        {
            bound(leaves[~child].Output, start, end);
            return;
        }
        var split = splits[child];
        var (goLeft, goRight) = _region.Meets(split);
        var same = split.Feature == feature.Index;
        if (goLeft && goRight && split.Monotone != 0 && (!same || partedByFeature))
        {
            // One side of a bound feature holds the nearer values.
            var leftIsNearer = split.Monotone > 0 == fromAbove;
            (goLeft, goRight) = (leftIsNearer, !leftIsNearer);
        }
        if (goLeft) Descend(split.Left, partedByFeature, start, same ? Math.Min(end, split.Cut + 1) : end);
        if (goRight) Descend(split.Right, partedByFeature, same ? Math.Max(start, split.Cut + 1) : start, end);
    }
}
