using System.Numerics;
using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>All cuts between a feature's numbers in the node, and all ways to part an unordered one's levels.</summary>
sealed class ExhaustiveSearch(IReadOnlyList<ForestFeature> features, NodeResponse response, SplitPenalty penalty, CancellationToken cancellation)
    : FeatureSearch(features, response, penalty, cancellation)
{
    readonly NodeOrder _order = new();
    readonly NodeResponse _response = response;
    bool[] _right = [];

    /// <inheritdoc/>
    protected override void Look(
        int position, ForestFeature feature, ReadOnlySpan<int> rows, double penalty, MersenneTwister64 random, ref NodeSplit best)
    {
        if (feature.IsUnordered)
        {
            LookAtSets(position, feature, rows, penalty, ref best);
            return;
        }
        _order.Sort(rows, feature);
        var cut = new CutPoint(best.Score);
        _response.Scan(_order.Keys, penalty, ref cut);
        if (cut.Score > best.Score) best = new NodeSplit(cut.Score, position, feature.Cut(cut.Below, cut.Above), cut.Below);
    }

    void LookAtSets(int position, ForestFeature feature, ReadOnlySpan<int> rows, double penalty, ref NodeSplit best)
    {
        if (_right.Length < rows.Length) _right = new bool[rows.Length];
        var right = _right.AsSpan(0, rows.Length);
        var levels = Levels(feature, rows);
        // The level that comes last is always on the left: with it on the right the sets are the same, but for their sides.
        var others = levels & ~(1ul << BitOperations.Log2(levels));
        for (var set = others & (0 - others); set != 0; set = (set - others) & others)
        {
            Cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < right.Length; i++) right[i] = NodeSplit.Holds(set, feature.Values[rows[i]]);
            var score = _response.Score(right) * penalty;
            if (score > best.Score) best = new NodeSplit(score, position, set, -1);
        }
    }

    static ulong Levels(ForestFeature feature, ReadOnlySpan<int> rows)
    {
        var levels = 0ul;
        foreach (var row in rows) levels |= 1ul << ((int)feature.Values[row] - 1);
        return levels;
    }
}
