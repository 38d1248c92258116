using MemoryPack;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>A node of a grown tree.</summary>
/// <param name="Value">
/// The largest number on the left; of an unordered feature the set of levels on the right. Of a leaf what it predicts: a number, a class, of two classes
/// the share of the second, or the place of its shares among those of the tree.
/// </param>
/// <param name="Child">The position of the left child, which the right one follows; 0 for a leaf.</param>
/// <param name="Feature">The feature's position; of an unordered one its complement.</param>
[MemoryPackable]
readonly partial record struct ForestNode(double Value, int Child, int Feature);
