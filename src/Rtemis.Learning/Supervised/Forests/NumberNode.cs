using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Numbers: a leaf predicts their mean; a split is the better the less they vary on its sides.</summary>
/// <param name="outcome">A number for each row.</param>
sealed class NumberNode(double[] outcome) : NodeResponse
{
    double[] _numbers = [];
    int _count;
    double _sum;
    bool _pure;

    /// <inheritdoc/>
    public override bool IsPure => _pure;

    /// <inheritdoc/>
    public override void Turn(ReadOnlySpan<int> rows)
    {
        if (_numbers.Length < rows.Length) _numbers = new double[rows.Length];
        _count = rows.Length;
        _sum = 0;
        for (var i = 0; i < rows.Length; i++) _sum += _numbers[i] = outcome[rows[i]];
        _pure = !_numbers.AsSpan(0, _count).ContainsAnyExcept(_numbers[0]);
    }

    /// <inheritdoc/>
    public override double Leaf(MersenneTwister64 random) => _pure ? _numbers[0] : _sum / _count;

    /// <inheritdoc/>
    public override void Scan(ReadOnlySpan<int> order, ReadOnlySpan<int> ranks, int feature, ref SplitPoint best)
    {
        var left = 0.0;
        var i = 0;
        while (true)
        {
            var rank = ranks[i];
            var same = 0.0;
            for (; i < ranks.Length && ranks[i] == rank; i++) same += _numbers[order[i]];
            if (i == ranks.Length) return;
            left += same;
            var right = _sum - left;
            // The variance that is left, but for what is the same for all splits of the node.
            best.Offer(left * left / i + right * right / (ranks.Length - i), feature, rank, ranks[i]);
        }
    }
}
