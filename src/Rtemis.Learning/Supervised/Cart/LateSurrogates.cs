namespace Rtemis.Learning.Supervised.Cart;

/// <summary>Finds the surrogates of a grown tree's splits, for a sample in which nothing is missing.</summary>
/// <param name="sample">The sample.</param>
/// <param name="order">The cases as they were before the tree was grown.</param>
/// <param name="loop">Runs the searches.</param>
/// <param name="parameters">The hyperparameters.</param>
/// <param name="cancellation">Ends the search.</param>
sealed class LateSurrogates(CartSample sample, CaseOrder order, VariableLoop loop, CartParameters parameters, CancellationToken cancellation)
{
    readonly SurrogateSearch _search = new(sample, order, loop, parameters);
    readonly CaseRouter _router = new(sample, order, parameters);

    /// <summary>Gives a node and those below it their surrogates.</summary>
    public void Add(TreeNode node, NodeRange range)
    {
        cancellation.ThrowIfCancellationRequested();
        if (node.Split is not { } split || node.Left is not { } left || node.Right is not { } right) return;
        var known = _router.RouteKnown(range, split.Rule);
        node.Surrogates = _search.Best(range, split.Rule.Variable, _router.Sides, known);
        if (left.Split is null && right.Split is null) return;
        var (leftRange, rightRange) = order.Split(range, _router.Sides);
        Add(left, leftRange);
        Add(right, rightRange);
    }
}
