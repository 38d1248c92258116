namespace Rtemis.Learning.Supervised.Boosting.Growing.Monotone;

/// <summary>The splits of a growing tree, to go up and down in.</summary>
sealed class LinkedSplits
{
    readonly List<LinkedSplit> _splits = [];

    // The split above each leaf, -1 for the root.
    readonly List<int> _above = [];

    /// <summary>A split.</summary>
    public LinkedSplit this[int place] => _splits[place];

    /// <summary>The split above a leaf, -1 for the root.</summary>
    public int Above(int leaf) => _above[leaf];

    /// <summary>Leaves the root alone.</summary>
    public void Clear()
    {
        _splits.Clear();
        _above.Clear();
        _above.Add(-1);
    }

    /// <summary>Splits a leaf.</summary>
    /// <param name="split">The split.</param>
    /// <param name="left">The leaf, which gets the left side.</param>
    /// <param name="right">The new leaf.</param>
    public void Add(in SplitCandidate split, int left, int right)
    {
        var (place, above) = (_splits.Count, _above[left]);
        if (above >= 0)
        {
            var parent = _splits[above];
            _splits[above] = parent.Left == ~left ? parent with { Left = place } : parent with { Right = place };
        }
        _splits.Add(new LinkedSplit(split.Feature, split.Threshold, split.Categories is null, split.Monotone, above, ~left, ~right));
        _above[left] = place;
        _above.Add(place);
    }

    /// <summary>
    /// Goes up from a child to the root: each split whose other side lies next to the child, and whether it is the left side that does. What the splits on the way
    /// tell of where the child lies is in <paramref name="region"/>, those below the split that is given.
    /// </summary>
    /// <param name="child">The place of a split, or of a leaf as <c>~leaf</c>.</param>
    /// <param name="region">Empty at first.</param>
    public IEnumerable<(LinkedSplit Split, bool OtherIsLeft)> Climb(int child, Region region)
    {
        for (var place = child < 0 ? _above[~child] : _splits[child].Above; place >= 0; (child, place) = (place, _splits[place].Above))
        {
            var split = _splits[place];
            var isRight = split.Right == child;
            // Behind a nearer cut of the same feature nothing lies next to the child. Which levels lie next to each other nobody can tell.
            if (!split.IsNumeric || region.IsCut(split.Feature, below: isRight)) continue;
            yield return (split, isRight);
            region.Cut(split.Feature, split.Cut, below: isRight);
        }
    }
}
