using Rtemis.Learning.Supervised.Boosting.Options;

namespace Rtemis.Learning.Supervised.Boosting.Sampling;

/// <summary>The features that trees and leaves see. One generator for all of a model, in LightGBM's order of draws.</summary>
sealed class FeatureDraws
{
    readonly GrowthOptions _options;
    readonly IReadOnlyList<int> _features;
    readonly LcgRandom _random;
    int[] _ofTree;

    /// <param name="options">The shares, and what may meet on a path.</param>
    /// <param name="features">The places in the data of the features that can split, ascending.</param>
    public FeatureDraws(GrowthOptions options, IReadOnlyList<int> features)
    {
        _options = options;
        _features = features;
        _random = new LcgRandom(options.FeatureFractionSeed);
        _ofTree = [.. Enumerable.Range(0, features.Count)];
        // The first draw is for no tree.
        if (ByTree) NextTree();
    }

    /// <summary>Whether a tree sees some of the features only.</summary>
    public bool ByTree => _options.FeatureFraction < 1;

    /// <summary>The number of features that a tree sees.</summary>
    public int OfTree => ByTree ? Share(_features.Count, _options.FeatureFraction) : _features.Count;

    /// <summary>Whether leaves differ in what they see.</summary>
    public bool ByLeaf => _options.FeatureFractionByNode < 1 || _options.Interactions.Count > 0;

    /// <summary>The features of the next tree, by place among those that can split, ascending.</summary>
    public IReadOnlyList<int> NextTree() =>
        ByTree ? _ofTree = _random.Sample(_features.Count, Share(_features.Count, _options.FeatureFraction)) : _ofTree;

    /// <summary>Whether the next leaf sees each of the tree's features.</summary>
    /// <param name="path">The places in the data of the features above the leaf.</param>
    public bool[] NextLeaf(IReadOnlyList<int> path)
    {
        var allowed = Allowed(path);
        int[] open = allowed is null ? [.. Enumerable.Range(0, _ofTree.Length)] : [.. Enumerable.Range(0, _ofTree.Length).Where(f => allowed.Contains(_features[_ofTree[f]]))];
        var seen = new bool[_ofTree.Length];
        if (_options.FeatureFractionByNode >= 1)
        {
            foreach (var f in open) seen[f] = true;
            return seen;
        }
        foreach (var f in _random.Sample(open.Length, Math.Min(open.Length, Share(_ofTree.Length, _options.FeatureFractionByNode)))) seen[open[f]] = true;
        return seen;
    }

    // Those on the path, and the sets that have all of the path.
    HashSet<int>? Allowed(IReadOnlyList<int> path)
    {
        if (_options.Interactions.Count == 0) return null;
        HashSet<int> allowed = [.. path];
        foreach (var set in _options.Interactions)
            if (path.All(set.Contains)) allowed.UnionWith(set);
        return allowed;
    }

    static int Share(int count, double fraction) => Math.Max((int)(count * fraction + 0.5), Math.Min(1, count));
}
