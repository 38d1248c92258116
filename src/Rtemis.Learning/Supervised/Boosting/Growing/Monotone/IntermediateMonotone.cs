namespace Rtemis.Learning.Supervised.Boosting.Growing.Monotone;

/// <summary>
/// The sides of a split on a bound feature may not pass each other's values, and a split below such a one moves the bounds of the leaves that lie next to its own
/// on the other side. Source: C. Auguste, S. Malory and I. Smirnov, "A Better Method to Enforce Monotonic Constraints in Regression and Classification Trees", 2020.
/// </summary>
class IntermediateMonotone : IMonotoneRule
{
    readonly List<int> _changed = [];

    /// <summary>The splits of the tree so far.</summary>
    protected LinkedSplits Splits { get; } = new();

    /// <inheritdoc/>
    public virtual void NextTree(IReadOnlyList<GrowingLeaf> leaves) => Splits.Clear();

    /// <inheritdoc/>
    public IReadOnlyList<int> Part(in SplitCandidate split, int left, int right, IReadOnlyList<GrowingLeaf> leaves)
    {
        Splits.Add(split, left, right);
        _changed.Clear();
        leaves[left].IsBelowMonotone = leaves[right].IsBelowMonotone = leaves[left].IsBelowMonotone || split.Monotone != 0;
        if (!leaves[left].IsBelowMonotone) return _changed;
        Copy(leaves, left, right);
        if (split.Monotone != 0)
        {
            var (lower, upper) = split.Monotone > 0 ? (left, right) : (right, left);
            Bound(leaves[lower], leaves[upper].Output, fromAbove: true, byOthers: false);
            Bound(leaves[upper], leaves[lower].Output, fromAbove: false, byOthers: false);
        }
        var region = new Region();
        foreach (var (above, otherIsLeft) in Splits.Climb(Splits.Above(left), region))
        {
            if (above.Monotone == 0) continue;
            var fromAbove = above.Monotone > 0 == otherIsLeft;
            Descend(otherIsLeft ? above.Left : above.Right, region, split, leaves, fromAbove, nextToLeft: true, nextToRight: true);
        }
        return _changed;
    }

    /// <summary>Gives the right leaf of a split the bounds of the left one, which are those of the leaf that was split.</summary>
    protected virtual void Copy(IReadOnlyList<GrowingLeaf> leaves, int left, int right) =>
        (leaves[right].Low, leaves[right].High) = (leaves[left].Low, leaves[left].High);

    /// <summary>Bounds a leaf.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="value">What it may not pass.</param>
    /// <param name="fromAbove">Whether it may not be above.</param>
    /// <param name="byOthers">Whether a split of another leaf does so, not that which made this one.</param>
    /// <returns>Whether its best split has to be found anew.</returns>
    protected virtual bool Bound(GrowingLeaf leaf, double value, bool fromAbove, bool byOthers)
    {
        if (fromAbove ? value >= leaf.High : value <= leaf.Low) return false;
        if (fromAbove) leaf.High = value;
        else leaf.Low = value;
        return true;
    }

    // Goes down to the leaves that lie next to the new ones, of which they may meet only the left or only the right.
    void Descend(
        int child, Region region, in SplitCandidate made, IReadOnlyList<GrowingLeaf> leaves, bool fromAbove, bool nextToLeft, bool nextToRight)
    {
        if (child < 0)
        {
            // A leaf that can't be split needs no bounds.
            if (double.IsNegativeInfinity(leaves[~child].Best.Gain)) return;
            var (left, right) = (made.Left.Output, made.Right.Output);
            var value = nextToLeft && nextToRight ? fromAbove ? Math.Min(left, right) : Math.Max(left, right) : nextToRight ? right : left;
            if (Bound(leaves[~child], value, fromAbove, byOthers: true)) _changed.Add(~child);
            return;
        }
        var split = Splits[child];
        var (goLeft, goRight) = region.Meets(split);
        var same = split.IsNumeric && split.Feature == made.Feature;
        if (goLeft) Descend(split.Left, region, made, leaves, fromAbove, nextToLeft, nextToRight && !(same && split.Cut <= made.Threshold));
        if (goRight) Descend(split.Right, region, made, leaves, fromAbove, nextToLeft && !(same && split.Cut >= made.Threshold), nextToRight);
    }
}
