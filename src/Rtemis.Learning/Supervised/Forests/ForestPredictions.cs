using System.Collections.Concurrent;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>
/// What random forests predict for cases that they were not grown on: for a training case the trees count whose sample it is not in (out of bag).
/// Source: L. Breiman, "Random forests", Machine Learning 45, 2001, in the manner of ranger 0.14: M. N. Wright and A. Ziegler, "ranger: A fast
/// implementation of random forests for high dimensional data in C++ and R", Journal of Statistical Software 77(1), 2017.
/// </summary>
static class ForestPredictions
{
    // Trees are grown this many at a time and then put together in their order, so that the number of threads changes nothing.
    const int Round = 32;
    const int ChunkRows = 4096;

    /// <summary>Grows a forest on some rows and predicts all. Its trees are not kept.</summary>
    /// <param name="features">The features, one or more.</param>
    /// <param name="outcome">What is to be predicted.</param>
    /// <param name="training">The rows to grow on, ascending.</param>
    /// <param name="options">How.</param>
    /// <param name="context">The run.</param>
    /// <returns>A number or class code for each row; NaN for a training row that is in the sample of each tree.</returns>
    public static double[] Of(
        IReadOnlyList<ForestFeature> features, ForestOutcome outcome, int[] training, ForestOptions options, RunContext context)
    {
        var rows = features[0].Values.Length;
        TreeTally tally = outcome is VoteOutcome votes ? new VoteTally(rows, votes.Classes, options.Seed) : new MeanTally(rows);
        var samples = new RepeatedDraw(training, training.Length, rows);
        var growers = new ConcurrentBag<TreeGrower>();
        var predictions = new double[Math.Min(Round, options.Trees)][];
        for (var i = 0; i < predictions.Length; i++) predictions[i] = new double[rows];
        for (var first = 0; first < options.Trees; first += Round)
        {
            var trees = Math.Min(Round, options.Trees - first);
            context.Work.For(trees, i =>
            {
                if (!growers.TryTake(out var grower)) grower = NewGrower();
                Predict(grower.Grow(first + i), features, predictions[i], context.Cancellation);
                growers.Add(grower);
            });
            context.Work.ForChunks(rows, ChunkRows, (_, start, end) => Add(predictions.AsSpan(0, trees), start, end, tally));
        }
        return tally.Result();

        TreeGrower NewGrower()
        {
            var response = outcome.NewNode();
            var penalty = new SplitPenalty(1, usesDepth: false, features.Count);
            var search = new ExhaustiveSearch(features, response, penalty, context.Cancellation);
            var candidates = new EvenCandidates(features.Count, options.Candidates, []);
            return new TreeGrower(features, response, search, candidates, samples, penalty, options, context.Cancellation);
        }
    }

    static void Predict(GrownTree grown, IReadOnlyList<ForestFeature> features, double[] predictions, CancellationToken cancellation)
    {
        // Of all rows, others than the training's are outside too.
        var rows = grown.Sample.OutOfBag;
        var leaves = new LeafSearch(features, cancellation).Find(grown.Tree, rows);
        Array.Fill(predictions, double.NaN);
        for (var i = 0; i < rows.Length; i++) predictions[rows[i]] = grown.Tree.Nodes[leaves[i]].Value;
    }

    static void Add(ReadOnlySpan<double[]> predictions, int start, int end, TreeTally tally)
    {
        foreach (var tree in predictions)
        {
            for (var row = start; row < end; row++)
                if (!double.IsNaN(tree[row])) tally.Add(row, tree[row]);
        }
    }
}
