using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// Grows a tree depth first, and gives up splits that don't earn their complexity on the way back. Source: T. M. Therneau and E. J.
/// Atkinson, "An Introduction to Recursive Partitioning Using the RPART Routines".
/// </summary>
sealed class TreeGrower
{
    readonly CartSample _sample;
    readonly CartParameters _parameters;
    readonly VariableLoop _loop;
    readonly CaseOrder _order;
    readonly SplitSearch _splits;
    readonly SurrogateSearch _surrogates;
    readonly CaseRouter _router;
    readonly CaseOrder? _sorted;
    readonly CancellationToken _cancellation;
    double _leastComplexity;

    public TreeGrower(CartSample sample, CartParameters parameters, RunContext context)
    {
        _loop = new VariableLoop(sample.Variables.Length, context);
        _sample = sample;
        _parameters = parameters;
        _cancellation = context.Cancellation;
        _order = new CaseOrder(sample, _loop);
        // Where nothing is missing, no case needs a surrogate on its way down: they are left until it is clear which splits stay, mostly few.
        if (parameters.MaxSurrogates > 0 && !sample.HasMissing.Contains(true)) _sorted = _order.Copy();
        _splits = new SplitSearch(sample, _order, _loop, parameters.MinBucket);
        _surrogates = new SurrogateSearch(sample, _order, _loop, parameters);
        _router = new CaseRouter(sample, _order, parameters);
    }

    public TreeNode Grow()
    {
        var all = new NodeRange(0, _sample.Rows);
        var root = NewNode(all);
        root.Complexity = root.Risk;
        _leastComplexity = _parameters.Complexity * root.Risk;
        Grow(root, all, depth: 0);
        if (_sorted is not null) new LateSurrogates(_sample, _sorted, _loop, _parameters, _cancellation).Add(root, all);
        return root;
    }

    // The risk of the grown subtree and the number of its splits.
    readonly record struct Subtree(double Risk, int Splits);

    Subtree Grow(TreeNode node, NodeRange range, int depth)
    {
        _cancellation.ThrowIfCancellationRequested();
        var allowed = Math.Min(node.Risk, node.Complexity);
        if (range.Count < _parameters.MinSplit || allowed <= _leastComplexity || depth >= _parameters.MaxDepth) return Leaf(node);
        if (_splits.Best(range, node.Risk) is not { } split) return Leaf(node);

        var known = _router.RouteKnown(range, split.Rule);
        var surrogates = _sorted is null ? _surrogates.Best(range, split.Rule.Variable, _router.Sides, known) : [];
        _router.RouteMissing(range, split.Rule, surrogates, known);
        var (leftRange, rightRange) = _order.Split(range, _router.Sides);
        // The midpoint of two neighbouring doubles is one of the two, so that a cut between them may part nothing.
        if (leftRange.Count == 0 || rightRange.Count == 0) return Leaf(node);

        var left = NewNode(leftRange);
        var right = NewNode(rightRange);
        node.Grow(split, surrogates, left, right);
        left.Complexity = allowed - _leastComplexity;
        var below = Grow(left, leftRange, depth + 1);
        var gain = Math.Max((node.Risk - below.Risk) / (below.Splits + 1), node.Risk - left.Risk);
        right.Complexity = Math.Min(gain, node.Complexity) - _leastComplexity;
        return Collapse(node, left, below, right, Grow(right, rightRange, depth + 1));
    }

    // A child whose splits gain less each than the node's split and theirs do on average counts as a leaf in what the node's split is
    // worth.
    Subtree Collapse(TreeNode node, TreeNode left, Subtree belowLeft, TreeNode right, Subtree belowRight)
    {
        if (right.Complexity > left.Complexity)
        {
            if (Gain() > left.Complexity) belowLeft = new Subtree(left.Risk, 0);
            if (Gain() > right.Complexity) belowRight = new Subtree(right.Risk, 0);
        }
        else
        {
            if (Gain() > right.Complexity) belowRight = new Subtree(right.Risk, 0);
            if (Gain() > left.Complexity) belowLeft = new Subtree(left.Risk, 0);
        }
        node.Complexity = Gain();
        if (node.Complexity > _leastComplexity)
            return new Subtree(belowLeft.Risk + belowRight.Risk, belowLeft.Splits + belowRight.Splits + 1);
        node.MakeLeaf();
        return new Subtree(node.Risk, 0);

        double Gain() => (node.Risk - (belowLeft.Risk + belowRight.Risk)) / (belowLeft.Splits + belowRight.Splits + 1);
    }

    Subtree Leaf(TreeNode node)
    {
        node.Complexity = _leastComplexity;
        return new Subtree(node.Risk, 0);
    }

    // Sums run in the order of the first variable, as rpart's do.
    TreeNode NewNode(NodeRange range) => new(_sample.Criterion.Summarize(_order.All(0, range)), range.Count);
}
