using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Options;
using Rtemis.Learning.Supervised.Boosting.Sampling;
using Rtemis.Learning.Supervised.Boosting.Trees;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>
/// Grows trees leaf by leaf: the leaf whose split lowers the loss most is split next. Source: G. Ke et al., "LightGBM: A Highly Efficient Gradient Boosting
/// Decision Tree", NIPS 2017; H. Shi, "Best-first Decision Tree Learning", 2007.
/// </summary>
sealed class TreeGrower
{
    const int BytesOfBin = 2 * sizeof(double);

    readonly BinnedData _data;
    readonly GrowthOptions _options;
    readonly FeatureDraws _draws;
    readonly LcgRandom[]? _cuts;
    readonly SplitCosts? _costs;
    readonly CasePartition _cases;
    readonly float[] _pairs;
    readonly RunContext _context;
    readonly List<GrowingLeaf> _leaves = [];
    readonly List<double> _gains = [];
    readonly List<BinnedSplit> _splits = [];
    readonly Dictionary<int, BinnedFeature> _features;

    readonly HistogramPool _pool;

    BinnedData _seen;
    LeafPairSearch _search;
    TreeBuilder _tree = new();

    public TreeGrower(BinnedData data, GrowthOptions options, RunContext context)
    {
        _data = data;
        _options = options;
        _context = context;
        _draws = new FeatureDraws(options, [.. data.Features.Select(f => f.Index)]);
        _cuts = options.ExtraTrees ? Cuts(data, options.ExtraSeed) : null;
        _costs = options.Cost.Any ? new SplitCosts(options.Cost, data) : null;
        _cases = new CasePartition(data.Rows);
        _pairs = new float[2 * data.Rows];
        _features = data.Features.ToDictionary(f => f.Index);
        _seen = data;
        _search = Open([.. Enumerable.Range(0, data.Features.Count)]);
        _pool = new HistogramPool(data, Histograms(data, options));
    }

    /// <summary>Grows a tree.</summary>
    /// <param name="derivatives">The first and the second derivative of the loss for each case.</param>
    /// <param name="bag">The cases to learn from, ascending.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public GrownTree Grow(float[] derivatives, ReadOnlySpan<int> bag)
    {
        if (_draws.ByTree)
        {
            var kept = _draws.NextTree();
            _seen = _data.Select(kept, _context);
            _search = Open(kept);
        }
        _costs?.NextTree();
        _tree = new TreeBuilder();
        _splits.Clear();
        _leaves.Clear();
        _gains.Clear();
        Add(Root(derivatives, bag));
        FindSplits(_leaves[0], null, derivatives);
        while (_leaves.Count < _options.NumLeaves && Best() is { } leaf)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            var (left, right) = Split(leaf);
            if (_leaves.Count < _options.NumLeaves) FindSplits(left, right, derivatives);
        }
        foreach (var leaf in _leaves) Release(leaf);
        var tree = _tree.Build([.. _leaves.Select(l => l.Output)], [.. _leaves.Select(l => l.Count)]);
        return new GrownTree(tree, [.. _splits], [.. _leaves.Select(l => _cases.Memory(l.Begin, l.Count))]);
    }

    static int Histograms(BinnedData data, GrowthOptions options) => options.HistogramPoolSize > 0
        ? Math.Max(2, (int)(options.HistogramPoolSize * 1024 * 1024 / BytesOfBin / Math.Max(1, data.Bins)))
        : int.MaxValue;

    // One generator a feature, so that no feature's draws depend on which others are looked at. LightGBM numbers features in an order that it shuffles.
    static LcgRandom[] Cuts(BinnedData data, int seed)
    {
        int[] order = [.. Enumerable.Range(0, data.Features.Count)];
        var shuffle = new LcgRandom(data.Rows);
        for (var i = 0; i < order.Length - 1; i++)
        {
            var j = shuffle.NextShort(i + 1, order.Length);
            (order[i], order[j]) = (order[j], order[i]);
        }
        var cuts = new LcgRandom[order.Length];
        for (var i = 0; i < order.Length; i++) cuts[order[i]] = new LcgRandom(seed + i);
        return cuts;
    }

    LeafPairSearch Open(IReadOnlyList<int> kept)
    {
        FeatureSearch[] searches = [.. _seen.Features.Select((feature, f) => new FeatureSearch(feature, _options, _cuts?[kept[f]]))];
        return new LeafPairSearch(_seen, searches, _pairs, _context);
    }

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
        var free = _options.Leaf with { PathSmooth = 0 };
        root.Output = new BoundScore(free, free.Lambda2, root.Sums(0), monotone: null).Output(gradient, hessian, bag.Length);
        return root;
    }

    // Gains lie side by side, so that thousands of leaves are looked through at once.
    GrowingLeaf? Best()
    {
        if (_costs is not null)
            foreach (var leaf in _leaves) _gains[leaf.Number] = leaf.Best.Gain;
        var gains = CollectionsMarshal.AsSpan(_gains);
        var largest = TensorPrimitives.Max(gains);
        if (!(largest > 0)) return null;
        var best = _leaves[gains.IndexOf(largest)];
        for (var other = best.Number + 1; other < gains.Length; other++)
            if (gains[other] == largest && _leaves[other].Best.IsBetterThan(best.Best)) best = _leaves[other];
        return best;
    }

    void Add(GrowingLeaf leaf)
    {
        _leaves.Add(leaf);
        _gains.Add(leaf.Best.Gain);
    }

    void SetBest(GrowingLeaf leaf, SplitCandidate best)
    {
        leaf.Best = best;
        _gains[leaf.Number] = best.Gain;
    }

    (GrowingLeaf Left, GrowingLeaf Right) Split(GrowingLeaf left)
    {
        var split = left.Best;
        var feature = _features[split.Feature];
        var sides = BinSides.Of(feature.Bins, split);
        _costs?.Buy(split, left.Number, _cases.Rows(left.Begin, left.Count), _leaves);
        var count = _cases.Split(left.Begin, left.Count, feature, sides, _context);
        _splits.Add(new BinnedSplit(feature, sides));
        _tree.Split(left.Number, feature, split, (float)(split.Gain + _options.Leaf.MinGainToSplit), left.Count);
        var right = new GrowingLeaf { Number = _leaves.Count, Begin = left.Begin + count, Count = left.Count - count, Low = left.Low, High = left.High };
        Add(right);
        left.Count = count;
        left.Depth = right.Depth = left.Depth + 1;
        if (_options.Interactions.Count > 0) left.Path = right.Path = [.. left.Path, split.Feature];
        Settle(left, split.Left);
        Settle(right, split.Right);
        if (_options.Monotone.Count > 0) MonotoneBounds.Part(split, left, right);
        return (left, right);
    }

    void Settle(GrowingLeaf leaf, SideOfSplit side)
    {
        (leaf.Gradient, leaf.Hessian, leaf.Output) = (side.Gradient, side.Hessian, side.Output);
        SetBest(leaf, SplitCandidate.None);
    }

    // Two children are searched together; the left one still has their parent's histogram.
    void FindSplits(GrowingLeaf left, GrowingLeaf? right, float[] derivatives)
    {
        var least = 2 * _options.Leaf.MinDataInLeaf;
        if ((_options.MaxDepth > 0 && left.Depth >= _options.MaxDepth) || (left.Count < least && (right is null || right.Count < least)))
        {
            Release(left);
            return;
        }
        if (_seen.Features.Count == 0) return;
        var inherited = left.Histogram;
        left.Histogram = null;
        var (smaller, larger) = right is null ? (left, null) : left.Count < right.Count ? (left, right) : (right, left);
        var spare = larger is not null && inherited is null ? Take() : null;
        var ofSmaller = View(smaller, Take(), inherits: false);
        var ofLarger = larger is null ? null : View(larger, inherited ?? spare!, inherits: inherited is not null);
        _search.Run(ofSmaller, ofLarger, derivatives);
        Choose(smaller, _search.OfSmaller);
        if (larger is not null) Choose(larger, _search.OfLarger);
        // What can't be split needs no sums any more.
        foreach (var leaf in (GrowingLeaf?[])[smaller, larger])
            if (leaf is not null && leaf.Best.Gain <= 0) Release(leaf);
    }

    LeafView View(GrowingLeaf leaf, Histogram histogram, bool inherits)
    {
        leaf.Histogram = histogram;
        return new LeafView(leaf, _cases.Memory(leaf.Begin, leaf.Count), histogram, inherits, leaf.Sums(leaf.Output));
    }

    void Choose(GrowingLeaf leaf, ReadOnlySpan<SplitCandidate> found)
    {
        var seen = _draws.ByLeaf ? _draws.NextLeaf(leaf.Path) : null;
        var best = SplitCandidate.None;
        for (var f = 0; f < found.Length; f++)
        {
            var split = found[f];
            if (split.Feature < 0) continue;
            _costs?.Charge(ref split, leaf.Number, _cases.Rows(leaf.Begin, leaf.Count));
            if (split.Monotone != 0) split.Gain *= MonotoneBounds.Discount(leaf.Depth, _options.MonotonePenalty);
            if (seen?[f] != false && split.IsBetterThan(best)) best = split;
        }
        SetBest(leaf, best);
    }

    // Where no histogram is free, the leaf that would be split last does without.
    Histogram Take()
    {
        if (_pool.Take() is { } free) return free;
        var last = _leaves.Where(l => l.Histogram is not null).MinBy(l => l.Best.Gain)!;
        Release(last);
        return _pool.Take()!;
    }

    void Release(GrowingLeaf leaf)
    {
        if (leaf.Histogram is { } histogram) _pool.Return(histogram);
        leaf.Histogram = null;
    }
}
