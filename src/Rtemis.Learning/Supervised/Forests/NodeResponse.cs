using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>The outcome of the cases of one node at a time. Serves one thread.</summary>
abstract class NodeResponse
{
    /// <summary>Turns to a node of these rows, of which there may be several of one.</summary>
    public abstract void Turn(ReadOnlySpan<int> rows);

    /// <summary>Whether the cases all have the same outcome.</summary>
    public abstract bool IsPure { get; }

    /// <summary>What the node predicts as a leaf.</summary>
    public abstract double Leaf(MersenneTwister64 random);

    /// <summary>Offers the splits between cases of different ranks, in ascending order.</summary>
    /// <param name="order">The node's cases by the feature: positions in the rows that it turned to.</param>
    /// <param name="ranks">The feature's ranks of the cases, in that order.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="best">The best split so far.</param>
    public abstract void Scan(ReadOnlySpan<int> order, ReadOnlySpan<int> ranks, int feature, ref SplitPoint best);
}
