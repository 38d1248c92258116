using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Growing.Monotone;
using Rtemis.Learning.Supervised.Boosting.Options;
using Rtemis.Learning.Supervised.Boosting.Trees;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>
/// Grows trees leaf by leaf: the leaf whose split lowers the loss most is split next. Source: G. Ke et al., "LightGBM: A Highly Efficient Gradient Boosting
/// Decision Tree", NIPS 2017; H. Shi, "Best-first Decision Tree Learning", 2007.
/// </summary>
sealed class TreeGrower
{
    readonly GrowthOptions _options;
    readonly SplitCosts? _costs;
    readonly IMonotoneRule? _monotone;
    readonly SingleColumns? _columns;
    readonly LinearLeaves? _linear;
    readonly CasePartition _cases;
    readonly RunContext _context;
    readonly GrowingLeaves _leaves = new();
    readonly List<BinnedSplit> _splits = [];
    readonly Dictionary<int, BinnedFeature> _features;
    readonly LeafSearch _search;
    TreeBuilder _tree = new();

    public TreeGrower(BinnedData data, GrowthOptions options, RunContext context)
    {
        _options = options;
        _context = context;
        _costs = options.Cost.Any ? new SplitCosts(options.Cost, data) : null;
        _monotone = MonotoneRule(options, data);
        _columns = data.Columns;
        _linear = _columns is null ? null : new LinearLeaves(_columns, options.LinearLambda, context);
        _cases = new CasePartition(data.Rows);
        _features = data.Features.ToDictionary(f => f.Index);
        _search = new LeafSearch(data, options, _costs, _cases, _leaves, context);
    }

    /// <summary>Grows a tree.</summary>
    /// <param name="derivatives">The first and the second derivative of the loss for each case.</param>
    /// <param name="bag">The cases to learn from, ascending.</param>
    /// <param name="isLinear">Whether its leaves are linear models, where options ask for them.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public GrownTree Grow(float[] derivatives, ReadOnlySpan<int> bag, bool isLinear)
    {
        _search.NextTree();
        _costs?.NextTree();
        _tree = new TreeBuilder();
        _splits.Clear();
        _leaves.Clear();
        _leaves.Add(Root(derivatives, bag));
        _monotone?.NextTree(_leaves.All);
        _search.Run(_leaves.All[0], null, derivatives);
        while (_leaves.Count < _options.NumLeaves && _leaves.Best() is { } leaf)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            var (left, right) = Split(leaf);
            if (_leaves.Count < _options.NumLeaves) _search.Run(left, right, derivatives);
        }
        foreach (var leaf in _leaves.All) _search.Release(leaf);
        var tree = _tree.Build([.. _leaves.All.Select(l => l.Output)], [.. _leaves.All.Select(l => l.Count)]);
        var grown = new GrownTree(tree, [.. _splits], [.. _leaves.All.Select(l => _cases.Memory(l.Begin, l.Count))]);
        return isLinear && _linear is not null ? grown.With(_linear.Fit(grown, derivatives), _columns!) : grown;
    }

    // The better rules find splits anew, which LightGBM does not do where leaves differ in the features that they see.
    static IMonotoneRule? MonotoneRule(GrowthOptions options, BinnedData data) => options switch
    {
        { Monotone.Count: 0 } => null,
        { FeatureFractionByNode: 1, MonotoneMethod: MonotoneMethod.Intermediate } => new IntermediateMonotone(),
        { FeatureFractionByNode: 1, MonotoneMethod: MonotoneMethod.Advanced } => new AdvancedMonotone(data),
        _ => new BasicMonotone(),
    };

    GrowingLeaf Root(float[] derivatives, ReadOnlySpan<int> bag)
    {
        _cases.Reset(bag);
        var (gradient, hessian) = (0.0, 0.0);
        foreach (var row in bag)
        {
            gradient += derivatives[2 * row];
            hessian += derivatives[2 * row + 1];
        }
        var root = new GrowingLeaf { Count = bag.Length, Gradient = gradient, Hessian = hessian };
        // The root is drawn to no value, but its children to its own.
        root.Output = LeafSearch.RootOutput(_options.Leaf, root.Sums(0) with { Hessian = hessian });
        return root;
    }

    (GrowingLeaf Left, GrowingLeaf Right) Split(GrowingLeaf left)
    {
        var split = left.Best;
        var feature = _features[split.Feature];
        var sides = BinSides.Of(feature.Bins, split);
        _costs?.Buy(split, left.Number, _cases.Rows(left.Begin, left.Count), _leaves.All);
        var count = _cases.Split(left.Begin, left.Count, feature, sides, _context);
        _splits.Add(new BinnedSplit(feature, sides));
        _tree.Split(left.Number, feature, split, (float)(split.Gain + _options.Leaf.MinGainToSplit), left.Count);
        var right = new GrowingLeaf { Number = _leaves.Count, Begin = left.Begin + count, Count = left.Count - count, Low = left.Low, High = left.High };
        _leaves.Add(right);
        left.Count = count;
        left.Depth = right.Depth = left.Depth + 1;
        if (_options.Interactions.Count > 0) left.Path = right.Path = [.. left.Path, split.Feature];
        Settle(left, split.Left);
        Settle(right, split.Right);
        if (_costs is not null) _leaves.Refresh();
        if (_monotone is not null)
            foreach (var changed in _monotone.Part(split, left.Number, right.Number, _leaves.All)) _search.Again(_leaves.All[changed]);
        return (left, right);
    }

    void Settle(GrowingLeaf leaf, SideOfSplit side)
    {
        (leaf.Gradient, leaf.Hessian, leaf.Output) = (side.Gradient, side.Hessian, side.Output);
        _leaves.SetBest(leaf, SplitCandidate.None);
    }
}
