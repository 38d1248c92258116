using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Grows trees on samples, one after the other. Serves one thread.</summary>
/// <param name="features">The features; behind them those whose rows were put in another order, where there are any.</param>
/// <param name="response">What is to be predicted.</param>
/// <param name="search">Looks for splits.</param>
/// <param name="candidates">Draws the features to look at.</param>
/// <param name="samples">Draws the samples.</param>
/// <param name="penalty">Is told which features are used.</param>
/// <param name="options">How trees are grown.</param>
/// <param name="cancellation">Ends it.</param>
sealed class TreeGrower(
    IReadOnlyList<ForestFeature> features, NodeResponse response, SplitSearch search, CandidateDraw candidates, SampleDraw samples, SplitPenalty penalty,
    ForestOptions options, CancellationToken cancellation)
{
    readonly int _own = features.Count(f => !f.IsReordered);

    /// <summary>Grows the tree of a number from 0 on.</summary>
    public GrownTree Grow(int number)
    {
        var random = new MersenneTwister64(unchecked((uint)(number + 1) * options.Seed));
        var sample = samples.Next(number, random);
        candidates.Begin(number);
        var gains = new double[_own];
        return new GrownTree(Grow(response.Arrange(sample), random, gains), sample, gains, random);
    }

    ForestTree Grow(int[] rows, MersenneTwister64 random, double[] gains)
    {
        var tree = new TreeBuilder();
        List<(int Start, int End)> ranges = [(0, rows.Length)];
        // The first node of the level that is split last, and how deep that one is.
        var (leftmost, depth) = (0, 0);
        for (var node = 0; node < tree.Count; node++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (start, end) = ranges[node];
            var own = rows.AsSpan(start, end - start);
            // Features are drawn for leaves too, before it is known that they are.
            var open = new OpenNode(own, candidates.Next(random), depth);
            response.Turn(own);
            var isDeep = options.MostDepth > 0 && node >= leftmost && depth >= options.MostDepth;
            var split = isDeep || response.Count <= options.LeafSize || response.IsPure ? NodeSplit.None(0) : search.Find(open, random);
            if (!split.Exists)
            {
                response.Settle(node, tree, random);
                continue;
            }
            Account(open, split, gains);
            var middle = start + Split(node, own, split, tree);
            ranges.Add((start, middle));
            ranges.Add((middle, end));
            if (node < leftmost) continue;
            leftmost = tree.Count - 2;
            depth++;
        }
        return tree.ToTree();
    }

    // A feature whose rows are in another order says what the real one gains by chance.
    void Account(in OpenNode open, NodeSplit split, double[] gains)
    {
        var feature = split.Feature % _own;
        var gain = search.Gain(open, split);
        gains[feature] += split.Feature < _own ? gain : -gain;
        penalty.Use(feature);
    }

    int Split(int node, Span<int> rows, NodeSplit split, TreeBuilder tree)
    {
        var feature = features[split.Feature];
        var position = split.Feature % _own;
        tree.Split(node, feature.IsUnordered ? ~position : position, split.Cut);
        return feature.IsUnordered
            ? response.Part(rows, new LevelRule(feature.Values, (ulong)split.Cut))
            : response.Part(rows, new RankRule(feature.RanksFor(rows.Length), split.LastRank));
    }
}
