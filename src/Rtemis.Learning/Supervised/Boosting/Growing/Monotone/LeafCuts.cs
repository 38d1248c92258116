using Rtemis.Learning.Supervised.Boosting.Binning;

namespace Rtemis.Learning.Supervised.Boosting.Growing.Monotone;

/// <summary>The bounds of a leaf for cuts on each numeric feature.</summary>
sealed class LeafCuts
{
    readonly AdvancedMonotone _rule;
    readonly int _leaf;
    readonly Dictionary<int, CutBounds> _byFeature;

    /// <summary>No bounds.</summary>
    /// <param name="rule">What finds exact ones.</param>
    /// <param name="leaf">The leaf's place.</param>
    /// <param name="features">The features.</param>
    public LeafCuts(AdvancedMonotone rule, int leaf, IEnumerable<BinnedFeature> features)
        : this(rule, leaf, features.Where(f => !f.Bins.IsCategorical).ToDictionary(f => f.Index, f => new CutBounds(f.Bins.Count)))
    {
    }

    LeafCuts(AdvancedMonotone rule, int leaf, Dictionary<int, CutBounds> byFeature) => (_rule, _leaf, _byFeature) = (rule, leaf, byFeature);

    /// <summary>The bounds for cuts on a numeric feature. Several threads may ask, each for features of its own.</summary>
    public CutBounds Of(BinnedFeature feature)
    {
        var bounds = _byFeature[feature.Index];
        _rule.Refine(bounds, _leaf, feature);
        return bounds;
    }

    /// <summary>The same bounds for another leaf.</summary>
    public LeafCuts Copy(int leaf) => new(_rule, leaf, _byFeature.ToDictionary(f => f.Key, f => f.Value.Copy()));

    /// <summary>Bounds all cuts: see <see cref="CutBounds.Bound"/>.</summary>
    public void Bound(double value, bool fromAbove, bool isRough)
    {
        foreach (var bounds in _byFeature.Values) bounds.Bound(value, fromAbove, isRough);
    }
}
