using System.Numerics.Tensors;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// Scores the cuts between cases in their order, a block at a time: the weights of the classes on both sides are summed case by case, and the
/// impurities of a block's cuts are taken together.
/// </summary>
ref struct GiniScan
{
    /// <summary>The most cuts of a block.</summary>
    public const int Block = 512;

    readonly int _classes;
    readonly Span<double> _leftWeights;
    readonly Span<double> _rightWeights;
    readonly Span<double> _leftTotals;
    readonly Span<double> _rightTotals;
    readonly Span<double> _scores;
    readonly Span<double> _shares;
    readonly Span<double> _rest;
    readonly double[] _left;
    readonly double[] _right;
    double _leftTotal;
    double _rightTotal;

    /// <summary>A scan that starts with these weights of the classes on the two sides; they are used up.</summary>
    /// <param name="memory">Of <see cref="MemoryFor"/> doubles.</param>
    /// <param name="left">The weight of each class on the left side.</param>
    /// <param name="right">The weight of each class on the right side.</param>
    public GiniScan(Span<double> memory, double[] left, double[] right)
    {
        (_classes, _left, _right) = (left.Length, left, right);
        foreach (var weight in left) _leftTotal += weight;
        foreach (var weight in right) _rightTotal += weight;
        _leftWeights = memory[..(_classes * Block)];
        _rightWeights = memory.Slice(_classes * Block, _classes * Block);
        memory = memory[(2 * _classes * Block)..];
        _leftTotals = memory[..Block];
        _rightTotals = memory.Slice(Block, Block);
        _scores = memory.Slice(2 * Block, Block);
        _shares = memory.Slice(3 * Block, Block);
        _rest = memory.Slice(4 * Block, Block);
    }

    public static int MemoryFor(int classes) => (2 * classes + 5) * Block;

    /// <summary>
    /// The impurity of both sides, each p(1 - p) counted by the side's weight, for the cuts after each of these cases, which follow those of the call
    /// before.
    /// </summary>
    public ReadOnlySpan<double> Next(scoped ReadOnlySpan<int> codes, scoped ReadOnlySpan<double> weights)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            _leftTotals[i] = _leftTotal += weights[i];
            _rightTotals[i] = _rightTotal -= weights[i];
        }
        var scores = _scores[..weights.Length];
        scores.Clear();
        for (var k = 0; k < _classes; k++)
        {
            Move(k, codes, weights);
            Add(scores, _leftWeights.Slice(k * Block, scores.Length), _leftTotals);
            Add(scores, _rightWeights.Slice(k * Block, scores.Length), _rightTotals);
        }
        return scores;
    }

    /// <summary>Whether the classes on the left of one of the last cuts come earlier on average than those on its right.</summary>
    public readonly bool LeftIsLower(int cut)
    {
        double left = 0, right = 0;
        for (var k = 0; k < _classes; k++)
        {
            left += k * _leftWeights[k * Block + cut];
            right += k * _rightWeights[k * Block + cut];
        }
        return left / _leftTotals[cut] < right / _rightTotals[cut];
    }

    readonly void Move(int k, scoped ReadOnlySpan<int> codes, scoped ReadOnlySpan<double> weights)
    {
        var (left, right) = (_left[k], _right[k]);
        var lefts = _leftWeights.Slice(k * Block, weights.Length);
        var rights = _rightWeights.Slice(k * Block, weights.Length);
        for (var i = 0; i < weights.Length; i++)
        {
            // Selected, not branched on: classes are random.
            var weight = codes[i] == k ? weights[i] : 0;
            lefts[i] = left += weight;
            rights[i] = right -= weight;
        }
        (_left[k], _right[k]) = (left, right);
    }

    readonly void Add(Span<double> scores, ReadOnlySpan<double> weights, ReadOnlySpan<double> totals)
    {
        totals = totals[..scores.Length];
        Span<double> p = _shares[..scores.Length], q = _rest[..scores.Length];
        TensorPrimitives.Divide(weights, totals, p);
        TensorPrimitives.Subtract(1.0, p, q);
        TensorPrimitives.Multiply(p, q, p);
        TensorPrimitives.Multiply(totals, p, p);
        TensorPrimitives.Add(scores, p, scores);
    }
}
