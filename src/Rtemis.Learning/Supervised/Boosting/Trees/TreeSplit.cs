using MemoryPack;
using Rtemis.Learning.Supervised.Boosting.Binning;

namespace Rtemis.Learning.Supervised.Boosting.Trees;

/// <summary>A split of a tree.</summary>
/// <param name="Feature">The feature's place in the data.</param>
/// <param name="Threshold">Numbers up to this go left.</param>
/// <param name="Set">For a factor the set of levels that go left, else -1.</param>
/// <param name="Missing">What counts as missing.</param>
/// <param name="DefaultLeft">Whether missing values go left.</param>
/// <param name="Left">The left child.</param>
/// <param name="Right">The right child.</param>
/// <param name="Gain">How much the split lowered the loss.</param>
/// <param name="Count">The training cases that it parted.</param>
[MemoryPackable]
readonly partial record struct TreeSplit(
    int Feature, double Threshold, int Set, MissingKind Missing, bool DefaultLeft, int Left, int Right, float Gain, int Count)
{
    /// <summary>Whether levels of a factor are parted.</summary>
    [MemoryPackIgnore]
    public bool IsCategorical => Set >= 0;
}
