using MemoryPack;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>The finished tree as an array of nodes, the root first: what prediction walks down.</summary>
[MemoryPackable]
sealed partial class FlatTree
{
    [MemoryPackConstructor]
    FlatTree(FlatNode[] nodes) => Nodes = nodes;

    public FlatNode[] Nodes { get; }

    /// <summary>Lays a tree out.</summary>
    public static FlatTree Of(TreeNode root, int useSurrogate)
    {
        var nodes = new List<FlatNode>();
        Add(root, useSurrogate, nodes);
        return new FlatTree([.. nodes]);
    }

    /// <summary>What is predicted for a case.</summary>
    /// <param name="values">The variables' values, NaN where missing.</param>
    /// <param name="row">The case.</param>
    public double[] Predict(ReadOnlyMemory<double>[] values, int row)
    {
        var node = Nodes[0];
        while (true)
        {
            var side = node.SideOf(values, row);
            if (side == Side.Unknown) return node.Prediction;
            node = Nodes[side == Side.Left ? node.Left : node.Right];
        }
    }

    static int Add(TreeNode node, int useSurrogate, List<FlatNode> nodes)
    {
        var index = nodes.Count;
        nodes.Add(new FlatNode([], 0, 0, Side.Unknown, node.Prediction));
        if (node.Split is not { } split || node.Left is not { } left || node.Right is not { } right) return index;
        SplitRule[] rules = useSurrogate == 0 ? [split.Rule] : [split.Rule, .. node.Surrogates.Select(s => s.Rule)];
        var lastResort = useSurrogate == 2 ? (Side)Math.Sign(right.Cases - left.Cases) : Side.Unknown;
        nodes[index] = new FlatNode(rules, Add(left, useSurrogate, nodes), Add(right, useSurrogate, nodes), lastResort, node.Prediction);
        return index;
    }
}

/// <summary>A node of a <see cref="FlatTree"/>.</summary>
/// <param name="Rules">The split and its surrogates, in the order in which they are asked; none in a leaf.</param>
/// <param name="Left">The position of the left child.</param>
/// <param name="Right">The position of the right child.</param>
/// <param name="LastResort">Where a case goes that no rule can place; unknown if it stops here.</param>
/// <param name="Prediction">What is predicted for a case that ends here.</param>
[MemoryPackable]
readonly partial record struct FlatNode(SplitRule[] Rules, int Left, int Right, Side LastResort, double[] Prediction)
{
    public Side SideOf(ReadOnlyMemory<double>[] values, int row)
    {
        foreach (var rule in Rules)
        {
            var side = rule.SideOf(values[rule.Variable].Span[row]);
            if (side != Side.Unknown) return side;
        }
        return LastResort;
    }
}
