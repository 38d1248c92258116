using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>
/// Each feature's cut with the largest standardized difference of ranks; of the features the one whose difference is the least likely by chance, if it is
/// unlikely enough. Source: M. N. Wright, T. Dankowski and A. Ziegler, "Unbiased split variable selection for random survival forests using maximally
/// selected rank statistics", Statistics in Medicine 36(8), 2017.
/// </summary>
/// <param name="features">The features, none of them unordered.</param>
/// <param name="response">The outcome in the node.</param>
/// <param name="alpha">The largest probability of a split.</param>
/// <param name="share">The least share of cases on each side; 0 to 0.5.</param>
/// <param name="cancellation">Ends the search.</param>
sealed class RankStatisticSearch(
    IReadOnlyList<ForestFeature> features, NumberNode response, double alpha, double share, CancellationToken cancellation) : SplitSearch
{
    readonly NodeOrder _order = new();
    readonly List<int> _ends = [];

    /// <inheritdoc/>
    public override NodeSplit Find(in OpenNode node, MersenneTwister64 random)
    {
        var ranks = NumberRanks.Of(response.Numbers);
        List<NodeSplit> splits = [];
        List<double> chances = [];
        foreach (var candidate in node.Candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            var split = Look(candidate, node.Rows, ranks);
            if (!split.Exists) continue;
            splits.Add(split);
            chances.Add(RankStatistic.Chance(split.Score, share, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ends)));
        }
        if (splits.Count == 0) return NodeSplit.None(0);
        var least = chances.IndexOf(chances.Min());
        return RankStatistic.Adjust([.. chances])[least] > alpha ? NodeSplit.None(0) : splits[least];
    }

    /// <summary>The statistic itself.</summary>
    public override double Gain(in OpenNode node, NodeSplit split) => split.Score;

    NodeSplit Look(int position, ReadOnlySpan<int> rows, double[] ranks)
    {
        _order.Sort(rows, features[position]);
        _ends.Clear();
        var keys = _order.Keys;
        var cases = keys.Length;
        var (first, last) = (cases * share > 1 ? (int)(cases * share - 1) : 0, (int)(cases * (1 - share) - 1));
        var (all, squares) = Spread(ranks);
        var (best, sum) = (NodeSplit.None(-1), 0.0);
        for (var i = 0; i < cases; i++)
        {
            sum += ranks[NodeOrder.Position(keys[i])];
            var below = NodeOrder.Rank(keys[i]);
            if (i < cases - 1 && below == NodeOrder.Rank(keys[i + 1])) continue;
            _ends.Add(i + 1);
            if (i < first || i > last || i == cases - 1) continue;
            double left = i + 1;
            var variance = left * (cases - left) / ((double)cases * (cases - 1)) * squares;
            var statistic = Math.Abs((sum - left / cases * all) / Math.Sqrt(variance));
            if (statistic > best.Score) best = At(statistic, position, below, NodeOrder.Rank(keys[i + 1]));
        }
        return best;
    }

    // In the middle, even where that is, to rounding, the upper number.
    NodeSplit At(double statistic, int position, int below, int above)
    {
        var feature = features[position];
        var cut = (feature.ValueAt(below) + feature.ValueAt(above)) / 2;
        return new NodeSplit(statistic, position, cut, feature.LastRank(cut));
    }

    static (double Sum, double Squares) Spread(double[] ranks)
    {
        var sum = ranks.Sum();
        var (mean, squares) = (sum / ranks.Length, 0.0);
        foreach (var rank in ranks) squares += (rank - mean) * (rank - mean);
        return (sum, squares);
    }
}
