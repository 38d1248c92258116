using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Growing.Monotone;
using Rtemis.Learning.Supervised.Boosting.Options;
using Rtemis.Learning.Supervised.Boosting.Sampling;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>Finds the best splits of a tree's leaves, and keeps their histograms for those of their children.</summary>
sealed class LeafSearch
{
    const int BytesOfBin = 2 * sizeof(double);

    readonly BinnedData _data;
    readonly GrowthOptions _options;
    readonly FeatureDraws _draws;
    readonly LcgRandom[]? _cuts;
    readonly SplitCosts? _costs;
    readonly CasePartition _cases;
    readonly GrowingLeaves _leaves;
    readonly float[] _pairs;
    readonly RunContext _context;
    readonly HistogramPool _pool;

    BinnedData _seen;
    LeafPairSearch _search;

    /// <param name="data">The cases.</param>
    /// <param name="options">How trees grow.</param>
    /// <param name="costs">What splits cost, or null.</param>
    /// <param name="cases">The cases of the leaves.</param>
    /// <param name="leaves">The leaves of the tree, as it grows.</param>
    /// <param name="context">The run.</param>
    public LeafSearch(
        BinnedData data, GrowthOptions options, SplitCosts? costs, CasePartition cases, GrowingLeaves leaves, RunContext context)
    {
        _data = data;
        _options = options;
        _costs = costs;
        _cases = cases;
        _leaves = leaves;
        _context = context;
        _draws = new FeatureDraws(options, [.. data.Features.Select(f => f.Index)]);
        _cuts = options.ExtraTrees ? Cuts(data, options.ExtraSeed) : null;
        _pairs = new float[2 * data.Rows];
        _pool = Pool(data, options, _draws.OfTree);
        _seen = data;
        _search = Open([.. Enumerable.Range(0, data.Features.Count)]);
    }

    /// <summary>A new tree begins: draws the features that it sees.</summary>
    public void NextTree()
    {
        if (!_draws.ByTree) return;
        var kept = _draws.NextTree();
        _seen = _data.Select(kept, _context);
        _search = Open(kept);
    }

    /// <summary>Finds the best splits of two children together; the left one still has their parent's histogram.</summary>
    /// <param name="left">The left child, or the root.</param>
    /// <param name="right">The right child; null for the root.</param>
    /// <param name="derivatives">A first and a second derivative for each case of the data.</param>
    public void Run(GrowingLeaf left, GrowingLeaf? right, float[] derivatives)
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
    }

    /// <summary>Finds the best split of a leaf anew, since its bounds have changed. A leaf without a histogram keeps the one that it has.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void Again(GrowingLeaf leaf)
    {
        _context.Cancellation.ThrowIfCancellationRequested();
        if (leaf.Histogram is not { } histogram) return;
        var sums = leaf.SumsOfSides(0);
        // LightGBM draws the children to what the leaf would be without its own smoothing.
        Choose(leaf, _search.Again(histogram, sums with { Output = RootOutput(_options.Leaf, sums) }));
    }

    /// <summary>Gives back the histogram of a leaf.</summary>
    public void Release(GrowingLeaf leaf)
    {
        if (leaf.Histogram is { } histogram) _pool.Return(histogram);
        leaf.Histogram = null;
    }

    /// <summary>The value of a leaf that is drawn to no other's.</summary>
    public static double RootOutput(LeafOptions options, in LeafSums sums) =>
        new BoundScore(options with { PathSmooth = 0 }, options.Lambda2, sums, monotone: null).LeftOutput(sums.Gradient, sums.Hessian, sums.Count);

    // Large enough for any features that a tree may draw.
    static HistogramPool Pool(BinnedData data, GrowthOptions options, int features)
    {
        var bins = data.Features.Select(f => f.Bins.Count).OrderDescending().Take(features).Sum();
        var most = options.HistogramPoolSize > 0 ? Math.Max(2, (int)(options.HistogramPoolSize * 1024 * 1024 / BytesOfBin / Math.Max(1, bins))) : int.MaxValue;
        return new HistogramPool(bins, features, most);
    }

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
            if (split.Monotone != 0) split.Gain *= MonotonePenalty.Discount(leaf.Depth, _options.MonotonePenalty);
            if (seen?[f] != false && split.IsBetterThan(best)) best = split;
        }
        _leaves.SetBest(leaf, best);
        // What can't be split needs no sums any more.
        if (double.IsNegativeInfinity(best.Gain)) Release(leaf);
    }

    // Where no histogram is free, the leaf that would be split last does without.
    Histogram Take()
    {
        if (_pool.Take() is { } free) return free;
        var last = _leaves.All.Where(l => l.Histogram is not null).MinBy(l => l.Best.Gain)!;
        Release(last);
        return _pool.Take()!;
    }
}
