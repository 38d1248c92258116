using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Growing;

namespace Rtemis.Learning.Supervised.Boosting.Trees;

/// <summary>Puts a tree together split by split.</summary>
sealed class TreeBuilder
{
    const double LargestThreshold = 1e300;

    readonly List<TreeSplit> _splits = [];
    readonly List<int[]> _levels = [];

    // The split above each leaf and whether the leaf is its left child.
    readonly List<(int Split, bool Left)> _above = [(-1, false)];

    /// <summary>The number of leaves.</summary>
    public int LeafCount => _above.Count;

    /// <summary>Splits a leaf: it keeps the left side, a new leaf gets the right.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="feature">The feature that it is split on.</param>
    /// <param name="split">The split.</param>
    /// <param name="gain">What the tree tells of its gain.</param>
    /// <param name="count">The leaf's cases.</param>
    public void Split(int leaf, BinnedFeature feature, in SplitCandidate split, float gain, int count)
    {
        var (node, right) = (_splits.Count, LeafCount);
        var (parent, isLeft) = _above[leaf];
        if (parent >= 0) _splits[parent] = isLeft ? _splits[parent] with { Left = node } : _splits[parent] with { Right = node };
        var (set, threshold) = (-1, 0.0);
        if (feature.Bins is CategoryBins categories)
        {
            set = _levels.Count;
            _levels.Add([.. split.Categories!.Select(categories.Level).Order()]);
        }
        else
        {
            threshold = Math.Min(LargestThreshold, ((NumericBins)feature.Bins).Bound(split.Threshold));
        }
        _splits.Add(new TreeSplit(feature.Index, threshold, set, feature.Bins.Missing, split.DefaultLeft, ~leaf, ~right, gain, count));
        _above[leaf] = (node, true);
        _above.Add((node, false));
    }

    /// <summary>The tree.</summary>
    /// <param name="values">The values of the leaves.</param>
    /// <param name="counts">Their cases.</param>
    public BoostedTree Build(double[] values, int[] counts) => new([.. _splits], values, counts, [.. _levels]);
}
