namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// Cost-complexity pruning. Source: Breiman, Friedman, Olshen and Stone, "Classification and Regression Trees", 1984, chapter 3.
/// </summary>
static class TreePruning
{
    /// <summary>
    /// Makes every node a leaf whose complexity, as a share of the root's risk, is at most <paramref name="complexity"/>.
    /// </summary>
    public static void Prune(TreeNode root, double complexity) => Prune(root, root.Complexity, root.Risk, complexity);

    static void Prune(TreeNode node, double above, double rootRisk, double complexity)
    {
        if (node.Left is null || node.Right is null) return;
        var own = Math.Min(node.Complexity, above);
        if (own / rootRisk <= complexity)
        {
            node.MakeLeaf();
            return;
        }
        Prune(node.Left, own, rootRisk, complexity);
        Prune(node.Right, own, rootRisk, complexity);
    }
}
