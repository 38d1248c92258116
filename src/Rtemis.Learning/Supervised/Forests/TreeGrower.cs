using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Grows trees on bootstrap samples, one after the other, and tells what they predict for the cases outside. Serves one thread.</summary>
sealed class TreeGrower
{
    readonly IReadOnlyList<ForestFeature> _features;
    readonly int[] _training;
    readonly ForestOptions _options;
    readonly CancellationToken _cancellation;
    readonly NodeResponse _response;
    readonly NodeOrder _order = new();
    readonly CandidateDraw _candidates;
    readonly int[] _sample;
    readonly int[] _lastTree;

    /// <param name="features">The features.</param>
    /// <param name="outcome">What is to be predicted.</param>
    /// <param name="training">The rows to grow on, ascending.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends it.</param>
    public TreeGrower(
        IReadOnlyList<ForestFeature> features, ForestOutcome outcome, int[] training, ForestOptions options, CancellationToken cancellation)
    {
        _features = features;
        _training = training;
        _options = options;
        _cancellation = cancellation;
        _response = outcome.NewNode();
        _candidates = new CandidateDraw(features.Count, options.Candidates);
        _sample = new int[training.Length];
        _lastTree = new int[features[0].Values.Length];
    }

    /// <summary>Grows the tree of a number from 1 on, and writes its prediction for each row, NaN for those that it grew on.</summary>
    public void Grow(int number, Span<double> predictions)
    {
        var random = new MersenneTwister64(unchecked((uint)number * _options.Seed));
        Draw(number, random);
        var tree = Grow(random);
        for (var row = 0; row < predictions.Length; row++)
        {
            if ((row & 1023) == 0) _cancellation.ThrowIfCancellationRequested();
            predictions[row] = _lastTree[row] == number ? double.NaN : tree.Predict(_features, row);
        }
    }

    void Draw(int number, MersenneTwister64 random)
    {
        for (var i = 0; i < _sample.Length; i++)
        {
            _sample[i] = _training[random.NextIndex(_training.Length)];
            _lastTree[_sample[i]] = number;
        }
    }

    ForestTree Grow(MersenneTwister64 random)
    {
        var tree = new ForestTree();
        tree.Add();
        List<Range> ranges = [Range.All];
        for (var node = 0; node < tree.Count; node++)
        {
            var rows = _sample.AsSpan(ranges[node]);
            var candidates = _candidates.Next(random);
            _response.Turn(rows);
            if (rows.Length <= _options.LeafSize || _response.IsPure || Best(rows, candidates) is not { Score: >= 0 } split)
            {
                tree.Settle(node, _response.Leaf(random));
                continue;
            }
            var cut = _features[split.Feature].Cut(split.Below, split.Above);
            tree.Split(node, split.Feature, cut);
            var (start, length) = ranges[node].GetOffsetAndLength(_sample.Length);
            var middle = start + Part(rows, _features[split.Feature].Values, cut);
            ranges.Add(start..middle);
            ranges.Add(middle..(start + length));
        }
        return tree;
    }

    SplitPoint Best(ReadOnlySpan<int> rows, ReadOnlySpan<int> candidates)
    {
        var best = new SplitPoint();
        foreach (var feature in candidates)
        {
            _cancellation.ThrowIfCancellationRequested();
            _order.Sort(rows, _features[feature]);
            _response.Scan(_order.Order, _order.Ranks, feature, ref best);
        }
        return best;
    }

    // Brings the rows of at most the cut to the front, and tells how many they are. Sums run over rows in the order that this leaves.
    static int Part(Span<int> rows, double[] values, double cut)
    {
        var (front, end) = (0, rows.Length);
        while (front < end)
        {
            if (values[rows[front]] <= cut) front++;
            else
            {
                end--;
                (rows[front], rows[end]) = (rows[end], rows[front]);
            }
        }
        return front;
    }
}
