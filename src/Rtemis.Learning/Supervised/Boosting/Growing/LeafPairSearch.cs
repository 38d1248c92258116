using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Binning;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>
/// Finds the best split on each feature for the two leaves of a split at once: the histogram of the smaller one is summed up, that of the larger is what it
/// leaves of their parent's. Tiles of features are shared out among threads; each sum and each search is one thread's, so that results don't depend on them.
/// </summary>
sealed class LeafPairSearch
{
    // Below this number of bins to be added to or looked at, threads cost more than they save.
    const int WorthThreads = 30_000;
    const int ChunkRows = 65_536;

    readonly BinnedData _data;
    readonly FeatureSearch[] _searches;
    readonly int[][] _starts;
    readonly SplitCandidate[] _ofSmaller;
    readonly SplitCandidate[] _ofLarger;
    readonly float[] _pairs;
    readonly RunContext _context;

    /// <param name="data">The cases.</param>
    /// <param name="searches">One a feature.</param>
    /// <param name="pairs">Room for the derivatives of a leaf: two for each case.</param>
    /// <param name="context">The run.</param>
    public LeafPairSearch(BinnedData data, FeatureSearch[] searches, float[] pairs, RunContext context)
    {
        _data = data;
        _searches = searches;
        _pairs = pairs;
        _context = context;
        _ofSmaller = new SplitCandidate[searches.Length];
        _ofLarger = new SplitCandidate[searches.Length];
        _starts = [.. Enumerable.Range(0, data.Tiles.Count).Select(t => Enumerable.Range(t * BinTile.Width, BinTile.Width)
            .Select(f => 2 * (f < data.Features.Count ? data.Features[f].Offset : data.Bins)).ToArray())];
    }

    /// <summary>The best split of the smaller leaf on each feature.</summary>
    public ReadOnlySpan<SplitCandidate> OfSmaller => _ofSmaller;

    /// <summary>The best split of the larger leaf on each feature.</summary>
    public ReadOnlySpan<SplitCandidate> OfLarger => _ofLarger;

    /// <summary>Sums up and searches.</summary>
    /// <param name="smaller">The leaf with fewer cases, or the root.</param>
    /// <param name="larger">The other, or null for the root. Where it has a histogram, that is of both together.</param>
    /// <param name="derivatives">A first and a second derivative for each case of the data.</param>
    public void Run(LeafView smaller, LeafView? larger, float[] derivatives)
    {
        Gather(smaller, derivatives, 0);
        var direct = larger is { Inherits: false };
        if (direct) Gather(larger!, derivatives, smaller.Rows.Length);
        var cells = ((long)smaller.Rows.Length + (direct ? larger!.Rows.Length : 0)) * _data.Features.Count + 2L * _data.Bins;
        if (cells < WorthThreads)
        {
            for (var t = 0; t < _data.Tiles.Count; t++) Run(t, smaller, larger);
            return;
        }
        _context.Work.For(_data.Tiles.Count, t => Run(t, smaller, larger));
    }

    /// <summary>Searches a leaf once more, whose histogram is complete: what can split it may have changed.</summary>
    /// <returns>The best split on each feature.</returns>
    public ReadOnlySpan<SplitCandidate> Again(Histogram histogram, LeafSums sums)
    {
        for (var f = 0; f < _searches.Length; f++)
        {
            _ofSmaller[f] = SplitCandidate.None;
            if (histogram.CanSplit[f]) histogram.CanSplit[f] = _searches[f].Run(histogram, sums, out _ofSmaller[f]);
        }
        return _ofSmaller;
    }

    void Run(int tile, LeafView smaller, LeafView? larger)
    {
        var (first, end) = (tile * BinTile.Width, Math.Min(_data.Features.Count, (tile + 1) * BinTile.Width));
        var inherited = larger is { Inherits: true } ? larger.Histogram.CanSplit : null;
        var any = false;
        for (var f = first; f < end; f++) any |= inherited is null || inherited[f];
        if (any) Sum(tile, smaller, 0);
        if (any && larger is { Inherits: false }) Sum(tile, larger, smaller.Rows.Length);
        for (var f = first; f < end; f++)
        {
            if (inherited is not null && !inherited[f])
            {
                // What could not split the parent is not tried again.
                smaller.Histogram.CanSplit[f] = false;
                _ofSmaller[f] = _ofLarger[f] = SplitCandidate.None;
                continue;
            }
            Search(f, smaller, _ofSmaller);
            if (larger is null) continue;
            if (larger.Inherits) larger.Histogram.Subtract(smaller.Histogram, _data.Features[f]);
            Search(f, larger, _ofLarger);
        }
    }

    // Compiled apart from one another, so that each loop has the registers for itself.
    [MethodImpl(MethodImplOptions.NoInlining)]
    void Search(int f, LeafView leaf, SplitCandidate[] found)
    {
        if (!leaf.Inherits) leaf.Histogram.Imply(_data.Features[f], leaf.Gradient, leaf.Hessian);
        leaf.Histogram.CanSplit[f] = _searches[f].Run(leaf.Histogram, leaf.Sums, out found[f]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void Sum(int tile, LeafView leaf, int place)
    {
        for (var f = tile * BinTile.Width; f < Math.Min(_data.Features.Count, (tile + 1) * BinTile.Width); f++)
            leaf.Histogram.Of(_data.Features[f]).Clear();
        HistogramSum.Add(_data.Tiles[tile], _starts[tile], leaf.Rows.Span, _pairs.AsSpan(2 * place, 2 * leaf.Rows.Length), leaf.Histogram.All);
    }

    // All tiles read the derivatives of a leaf's cases one after the other: they are put side by side first.
    void Gather(LeafView leaf, float[] derivatives, int place)
    {
        _context.Work.ForChunks(leaf.Rows.Length, ChunkRows, (_, start, end) =>
        {
            var from = MemoryMarshal.Cast<float, ulong>(derivatives.AsSpan());
            var to = MemoryMarshal.Cast<float, ulong>(_pairs.AsSpan(2 * place));
            var rows = leaf.Rows.Span;
            var hints = Prefetch.Pays(rows.Length, from.Length);
            for (var i = start; i < end; i++)
            {
                if (hints && i + Prefetch.Ahead < end) Prefetch.Of(ref from[rows[i + Prefetch.Ahead]]);
                to[i] = from[rows[i]];
            }
        });
    }
}
