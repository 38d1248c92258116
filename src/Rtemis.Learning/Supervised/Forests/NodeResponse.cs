using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>The outcome of the cases of one node at a time. Serves one thread.</summary>
abstract class NodeResponse
{
    /// <summary>The number of the node's cases, each as often as it is in the sample.</summary>
    public abstract int Count { get; }

    /// <summary>Whether the cases all have the same outcome.</summary>
    public abstract bool IsPure { get; }

    /// <summary>The score of the node without a split.</summary>
    public abstract double Undivided { get; }

    /// <summary>The rows of a sample in the order in which a tree takes them: one that is drawn several times may be there once.</summary>
    public abstract int[] Arrange(BagSample sample);

    /// <summary>Turns to a node of some of these rows.</summary>
    public abstract void Turn(ReadOnlySpan<int> rows);

    /// <summary>Gives the leaf of the node what it predicts.</summary>
    public abstract void Settle(int leaf, TreeBuilder tree, MersenneTwister64 random);

    /// <summary>Offers the cuts between cases of different ranks, in ascending order.</summary>
    /// <param name="order">The node's cases by the feature, see <see cref="NodeOrder.Keys"/>.</param>
    /// <param name="penalty">Scores are multiplied by it.</param>
    /// <param name="best">The best cut so far.</param>
    public abstract void Scan(ReadOnlySpan<ulong> order, double penalty, ref CutPoint best);

    /// <summary>The score of a split; NaN where a side has no case.</summary>
    /// <param name="right">For each of the node's rows whether it is on the right.</param>
    public abstract double Score(ReadOnlySpan<bool> right);

    /// <summary>What a split adds to the importance of its feature.</summary>
    /// <param name="score">Its score.</param>
    /// <param name="penalty">What the score was multiplied by.</param>
    public virtual double Gain(double score, double penalty) => score - Undivided;

    /// <summary>Brings the rows that go left to the front, and tells how many they are.</summary>
    public abstract int Part<TRule>(Span<int> rows, TRule rule) where TRule : struct, IRowRule;
}
