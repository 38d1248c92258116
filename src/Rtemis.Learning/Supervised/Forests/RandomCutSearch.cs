using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>
/// A few cuts at random between the least and the largest number in the node, or sets of levels at random. Source: P. Geurts, D. Ernst and L. Wehenkel,
/// "Extremely randomized trees", Machine Learning 63, 2006.
/// </summary>
/// <param name="features">The features.</param>
/// <param name="response">The outcome in the node.</param>
/// <param name="penalty">What scores are multiplied by.</param>
/// <param name="tries">The cuts of each feature.</param>
/// <param name="cancellation">Ends the search.</param>
sealed class RandomCutSearch(
    IReadOnlyList<ForestFeature> features, NodeResponse response, SplitPenalty penalty, int tries, CancellationToken cancellation)
    : FeatureSearch(features, response, penalty, cancellation)
{
    readonly double[] _cuts = new double[tries];
    readonly NodeResponse _response = response;
    bool[] _right = [];

    /// <inheritdoc/>
    protected override void Look(
        int position, ForestFeature feature, ReadOnlySpan<int> rows, double penalty, MersenneTwister64 random, ref NodeSplit best)
    {
        if (_right.Length < rows.Length) _right = new bool[rows.Length];
        var right = _right.AsSpan(0, rows.Length);
        if (feature.IsUnordered) LookAtSets(position, feature, rows, right, penalty, random, ref best);
        else LookAtCuts(position, feature, rows, right, penalty, random, ref best);
    }

    void LookAtCuts(
        int position, ForestFeature feature, ReadOnlySpan<int> rows, Span<bool> right, double penalty, MersenneTwister64 random, ref NodeSplit best)
    {
        var (least, largest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var row in rows) (least, largest) = (Math.Min(least, feature.Values[row]), Math.Max(largest, feature.Values[row]));
        if (least == largest) return;
        for (var i = 0; i < tries; i++) _cuts[i] = random.NextReal() * (largest - least) + least;
        Array.Sort(_cuts);
        foreach (var cut in _cuts)
        {
            Cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < right.Length; i++) right[i] = feature.Values[rows[i]] > cut;
            var score = _response.Score(right) * penalty;
            if (score > best.Score) best = new NodeSplit(score, position, cut, feature.LastRank(cut));
        }
    }

    void LookAtSets(
        int position, ForestFeature feature, ReadOnlySpan<int> rows, Span<bool> right, double penalty, MersenneTwister64 random, ref NodeSplit best)
    {
        var present = 0ul;
        foreach (var row in rows) present |= 1ul << feature.Ranks[row];
        var absent = ((1ul << feature.Distinct) - 1) & ~present;
        for (var i = 0; i < tries; i++)
        {
            Cancellation.ThrowIfCancellationRequested();
            var set = LevelSets.Draw(present, absent, random);
            for (var r = 0; r < right.Length; r++) right[r] = NodeSplit.Holds(set, feature.Values[rows[r]]);
            var score = _response.Score(right) * penalty;
            if (score > best.Score) best = new NodeSplit(score, position, set, -1);
        }
    }
}
