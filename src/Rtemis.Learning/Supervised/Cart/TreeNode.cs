namespace Rtemis.Learning.Supervised.Cart;

/// <summary>A node while the tree is grown and pruned. It is a leaf unless it has children.</summary>
sealed class TreeNode(NodeSummary summary, int cases)
{
    public double Risk => summary.Risk;

    public double[] Prediction => summary.Prediction;

    public int Cases => cases;

    /// <summary>
    /// Before the node is grown: the complexity that its place in the tree allows. After it: the fall in risk per split below it, or for a
    /// node that could not be split, the least that a split must achieve.
    /// </summary>
    public double Complexity { get; set; }

    public SplitCandidate? Split { get; private set; }

    public Surrogate[] Surrogates { get; set; } = [];

    public TreeNode? Left { get; private set; }

    public TreeNode? Right { get; private set; }

    public void Grow(SplitCandidate split, Surrogate[] surrogates, TreeNode left, TreeNode right)
    {
        Split = split;
        Surrogates = surrogates;
        Left = left;
        Right = right;
    }

    /// <summary>Cuts off what is below the node.</summary>
    public void MakeLeaf()
    {
        Split = null;
        Surrogates = [];
        Left = Right = null;
    }
}
