namespace Rtemis.Learning.Supervised.Boosting.Growing.Monotone;

/// <summary>Bounds the values of leaves so that a tree is monotone in the features that are bound.</summary>
interface IMonotoneRule
{
    /// <summary>A new tree begins.</summary>
    /// <param name="leaves">Its leaves; the list is the tree's own and grows with it.</param>
    void NextTree(IReadOnlyList<GrowingLeaf> leaves);

    /// <summary>Bounds the two leaves of a split that was just made.</summary>
    /// <param name="split">The split.</param>
    /// <param name="left">The place of its left leaf, which was that of the leaf that it split.</param>
    /// <param name="right">The place of its right leaf.</param>
    /// <param name="leaves">All leaves.</param>
    /// <returns>The places of other leaves whose bounds have changed, so that their best splits have to be found anew.</returns>
    IReadOnlyList<int> Part(in SplitCandidate split, int left, int right, IReadOnlyList<GrowingLeaf> leaves);
}
