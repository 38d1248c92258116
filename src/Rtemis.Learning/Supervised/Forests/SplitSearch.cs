using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Looks for the split of one node at a time. Serves one thread.</summary>
abstract class SplitSearch
{
    /// <summary>The best split, or one that does not exist.</summary>
    /// <param name="node">The node.</param>
    /// <param name="random">The tree's random numbers.</param>
    public abstract NodeSplit Find(in OpenNode node, MersenneTwister64 random);

    /// <summary>What a split that was found adds to the importance of its feature.</summary>
    public abstract double Gain(in OpenNode node, NodeSplit split);
}

/// <summary>A node that may be split.</summary>
/// <param name="rows">Its rows; the response has turned to them.</param>
/// <param name="candidates">The positions of the features to look at, in order.</param>
/// <param name="depth">The depth that the tree has come to; the root has 0.</param>
readonly ref struct OpenNode(ReadOnlySpan<int> rows, ReadOnlySpan<int> candidates, int depth)
{
    /// <summary>Its rows.</summary>
    public ReadOnlySpan<int> Rows { get; } = rows;

    /// <summary>The positions of the features to look at, in order.</summary>
    public ReadOnlySpan<int> Candidates { get; } = candidates;

    /// <summary>The depth that the tree has come to.</summary>
    public int Depth { get; } = depth;
}
