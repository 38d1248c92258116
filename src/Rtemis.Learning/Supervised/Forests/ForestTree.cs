namespace Rtemis.Learning.Supervised.Forests;

/// <summary>A grown tree. Nodes are in the order of their making; a split's second child follows its first.</summary>
sealed class ForestTree
{
    readonly List<Node> _nodes = [];

    // A leaf has no first child, and its prediction in the place of the cut.
    readonly record struct Node(int Feature, double Cut, int Child);

    /// <summary>The number of nodes.</summary>
    public int Count => _nodes.Count;

    /// <summary>Adds a node; it is a leaf until it is split.</summary>
    public void Add() => _nodes.Add(default);

    /// <summary>Gives a leaf its prediction.</summary>
    public void Settle(int node, double value) => _nodes[node] = new Node(0, value, 0);

    /// <summary>Splits a node: the cases of at most <paramref name="cut"/> go to the first of two new nodes.</summary>
    public void Split(int node, int feature, double cut)
    {
        _nodes[node] = new Node(feature, cut, _nodes.Count);
        Add();
        Add();
    }

    /// <summary>The prediction for a row.</summary>
    public double Predict(IReadOnlyList<ForestFeature> features, int row)
    {
        var nodes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_nodes);
        ref readonly var node = ref nodes[0];
        while (node.Child > 0) node = ref nodes[features[node.Feature].Values[row] <= node.Cut ? node.Child : node.Child + 1];
        return node.Cut;
    }
}
