using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>The leaves of a growing tree, by number. Their gains lie side by side, so that thousands of leaves are looked through at once.</summary>
sealed class GrowingLeaves
{
    readonly List<GrowingLeaf> _leaves = [];
    readonly List<double> _gains = [];

    /// <summary>All leaves.</summary>
    public IReadOnlyList<GrowingLeaf> All => _leaves;

    /// <summary>The number of leaves.</summary>
    public int Count => _leaves.Count;

    /// <summary>Removes all.</summary>
    public void Clear()
    {
        _leaves.Clear();
        _gains.Clear();
    }

    /// <summary>Adds a leaf; its number is that of leaves before.</summary>
    public void Add(GrowingLeaf leaf)
    {
        _leaves.Add(leaf);
        _gains.Add(leaf.Best.Gain);
    }

    /// <summary>Sets the best split of a leaf.</summary>
    public void SetBest(GrowingLeaf leaf, in SplitCandidate best)
    {
        leaf.Best = best;
        _gains[leaf.Number] = best.Gain;
    }

    /// <summary>Reads all gains again: somebody else has changed best splits.</summary>
    public void Refresh()
    {
        foreach (var leaf in _leaves) _gains[leaf.Number] = leaf.Best.Gain;
    }

    /// <summary>The leaf to be split next; null where no split gains anything.</summary>
    public GrowingLeaf? Best()
    {
        var gains = CollectionsMarshal.AsSpan(_gains);
        var largest = TensorPrimitives.Max(gains);
        if (!(largest > 0)) return null;
        var best = _leaves[gains.IndexOf(largest)];
        for (var other = best.Number + 1; other < gains.Length; other++)
            if (gains[other] == largest && _leaves[other].Best.IsBetterThan(best.Best)) best = _leaves[other];
        return best;
    }
}
