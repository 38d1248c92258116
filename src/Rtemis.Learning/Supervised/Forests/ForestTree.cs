using MemoryPack;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>A grown tree. Immutable.</summary>
/// <param name="nodes">The nodes, the root first.</param>
/// <param name="shares">The classes' shares of the leaves, one after the other; empty where a leaf has one value.</param>
[MemoryPackable]
sealed partial class ForestTree(ForestNode[] nodes, double[] shares)
{
    /// <summary>The nodes, the root first.</summary>
    public ForestNode[] Nodes { get; } = nodes;

    /// <summary>The classes' shares of the leaves, one after the other; empty where a leaf has one value.</summary>
    public double[] Shares { get; } = shares;

    /// <summary>The position of a case's leaf.</summary>
    /// <param name="values">The case's numbers, one a feature.</param>
    public int Find(ReadOnlySpan<double> values)
    {
        ReadOnlySpan<ForestNode> nodes = Nodes;
        var at = 0;
        for (var node = nodes[0]; node.Child > 0; node = nodes[at]) at = GoesLeft(node, values[Position(node)]) ? node.Child : node.Child + 1;
        return at;
    }

    /// <summary>The position of a row's leaf.</summary>
    /// <param name="features">The features.</param>
    /// <param name="row">The row.</param>
    /// <param name="changed">A feature whose number is taken from another row, or -1.</param>
    /// <param name="other">That row.</param>
    public int Find(IReadOnlyList<ForestFeature> features, int row, int changed = -1, int other = 0)
    {
        var at = 0;
        for (var node = Nodes[0]; node.Child > 0; node = Nodes[at])
        {
            var feature = Position(node);
            var value = features[feature].Values[feature == changed ? other : row];
            at = GoesLeft(node, value) ? node.Child : node.Child + 1;
        }
        return at;
    }

    /// <summary>Which features the tree splits by.</summary>
    /// <param name="features">The number of features.</param>
    public bool[] Used(int features)
    {
        var used = new bool[features];
        foreach (var node in Nodes)
            if (node.Child > 0) used[Position(node)] = true;
        return used;
    }

    static int Position(ForestNode node) => node.Feature >= 0 ? node.Feature : ~node.Feature;

    static bool GoesLeft(ForestNode node, double value) =>
        node.Feature >= 0 ? value <= node.Value : !NodeSplit.Holds((ulong)node.Value, value);
}
