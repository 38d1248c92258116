using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Options;
using Rtemis.Learning.Supervised.Boosting.Sampling;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>Finds the best split of a leaf on one feature, in the way that the options ask for.</summary>
sealed class FeatureSearch
{
    readonly BinnedFeature _feature;
    readonly GrowthOptions _options;
    readonly LcgRandom? _cuts;
    readonly double _weight;
    readonly int _monotone;
    readonly bool _plain;

    public FeatureSearch(BinnedFeature feature, GrowthOptions options, LcgRandom? cuts)
    {
        _feature = feature;
        _options = options;
        _cuts = cuts;
        _weight = options.FeatureWeights.Count == 0 ? 1 : options.FeatureWeights[feature.Index];
        _monotone = options.Monotone.Count == 0 || feature.Bins.IsCategorical ? 0 : options.Monotone[feature.Index];
        var leaf = options.Leaf;
        _plain = leaf.Lambda1 == 0 && leaf.MaxDeltaStep <= 0 && leaf.PathSmooth <= LeafSums.Epsilon && options.Monotone.Count == 0;
    }

    /// <summary>Looks for the best split.</summary>
    /// <param name="histogram">The leaf's sums.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="best">The split, or <see cref="SplitCandidate.None"/>.</param>
    /// <returns>Whether there is any that gains enough.</returns>
    public bool Run(Histogram histogram, in LeafSums leaf, out SplitCandidate best)
    {
        best = new SplitCandidate { Feature = _feature.Index, Monotone = _monotone };
        var sums = histogram.Of(_feature);
        var splits = _feature.Bins.IsCategorical ? OfFactor(sums, leaf, ref best) : OfNumber(sums, leaf, ref best);
        best.Gain *= _weight;
        return splits;
    }

    bool OfNumber(ReadOnlySpan<double> sums, in LeafSums leaf, ref SplitCandidate best)
    {
        var only = _cuts is null ? -1 : _feature.Bins.Count > 2 ? _cuts.NextInt(0, _feature.Bins.Count - 2) : 0;
        return _plain
            ? new NumericSplitSearch<PlainScore>(_feature.Bins, _options.Leaf, new PlainScore(_options.Leaf.Lambda2), leaf, only).Run(sums, ref best)
            : new NumericSplitSearch<BoundScore>(_feature.Bins, _options.Leaf, Bound(0, leaf), leaf, only).Run(sums, ref best);
    }

    bool OfFactor(ReadOnlySpan<double> sums, in LeafSums leaf, ref SplitCandidate best)
    {
        var bound = Bound(0, leaf);
        var own = _options.Leaf.PathSmooth > LeafSums.Epsilon ? bound.GainOf(leaf.Gradient, leaf.Hessian, leaf.Output) : bound.Gain(leaf.Gradient, leaf.Hessian, leaf.Count);
        var needed = own + _options.Leaf.MinGainToSplit;
        if (_feature.Bins.Count <= _options.Category.MaxOneHot)
        {
            var only = _cuts?.NextInt(1, _feature.Bins.Count) ?? -1;
            return new CategorySplitSearch<BoundScore>(sums, _options.Leaf, _options.Category, leaf, needed, bound).OneAgainstRest(only, ref best);
        }
        var search = new CategorySplitSearch<BoundScore>(sums, _options.Leaf, _options.Category, leaf, needed, Bound(_options.Category.L2, leaf));
        return search.Groups(_cuts is null ? null : last => _cuts.NextInt(0, last), ref best);
    }

    BoundScore Bound(double more, in LeafSums leaf) =>
        new(_options.Leaf, _options.Leaf.Lambda2 + more, leaf, _options.Monotone.Count == 0 ? null : _monotone);
}
