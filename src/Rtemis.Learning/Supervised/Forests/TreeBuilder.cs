namespace Rtemis.Learning.Supervised.Forests;

/// <summary>A tree that grows. Nodes are in the order of their making; a split's second child follows its first.</summary>
sealed class TreeBuilder
{
    readonly List<ForestNode> _nodes = [default];
    readonly List<double> _shares = [];

    /// <summary>The number of nodes.</summary>
    public int Count => _nodes.Count;

    /// <summary>Makes a node a leaf that predicts one value.</summary>
    public void Settle(int node, double value) => _nodes[node] = new ForestNode(value, 0, 0);

    /// <summary>Makes a node a leaf that predicts the shares of classes.</summary>
    public void Settle(int node, ReadOnlySpan<double> shares)
    {
        Settle(node, _shares.Count);
        _shares.AddRange(shares);
    }

    /// <summary>Splits a node into two new ones.</summary>
    /// <param name="node">The node.</param>
    /// <param name="feature">The feature's position; of an unordered one its complement.</param>
    /// <param name="cut">The largest number on the left, or the levels on the right.</param>
    public void Split(int node, int feature, double cut)
    {
        _nodes[node] = new ForestNode(cut, _nodes.Count, feature);
        _nodes.Add(default);
        _nodes.Add(default);
    }

    /// <summary>The tree as it is.</summary>
    public ForestTree ToTree() => new([.. _nodes], [.. _shares]);
}
