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
    public override int Count => _count;

    /// <inheritdoc/>
    public override bool IsPure => _pure;

    /// <inheritdoc/>
    public override double Undivided => _sum * _sum / _count;

    /// <summary>The numbers of the node's rows.</summary>
    public ReadOnlySpan<double> Numbers => _numbers.AsSpan(0, _count);

    /// <summary>Their sum, in the order of the rows.</summary>
    public double Sum => _sum;

    /// <inheritdoc/>
    public override int[] Arrange(BagSample sample) => sample.Drawn;

    /// <inheritdoc/>
    public override void Turn(ReadOnlySpan<int> rows)
    {
        if (_numbers.Length < rows.Length) _numbers = new double[rows.Length];
        _count = rows.Length;
        _sum = 0;
        for (var i = 0; i < rows.Length; i++) _sum += _numbers[i] = outcome[rows[i]];
        _pure = !Numbers.ContainsAnyExcept(_numbers[0]);
    }

    /// <inheritdoc/>
    public override void Settle(int leaf, TreeBuilder tree, MersenneTwister64 random) => tree.Settle(leaf, _pure ? _numbers[0] : _sum / _count);

    /// <inheritdoc/>
    public override void Scan(ReadOnlySpan<ulong> order, double penalty, ref CutPoint best)
    {
        var left = 0.0;
        var i = 0;
        while (true)
        {
            var rank = NodeOrder.Rank(order[i]);
            var same = 0.0;
            for (; i < order.Length && NodeOrder.Rank(order[i]) == rank; i++) same += _numbers[NodeOrder.Position(order[i])];
            if (i == order.Length) return;
            left += same;
            best.Offer(Score(left, i, _sum - left, order.Length - i) * penalty, rank, NodeOrder.Rank(order[i]));
        }
    }

    /// <inheritdoc/>
    public override double Score(ReadOnlySpan<bool> right)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < _count; i++)
        {
            if (!right[i]) continue;
            sum += _numbers[i];
            count++;
        }
        return count == 0 || count == _count ? double.NaN : Score(_sum - sum, _count - count, sum, count);
    }

    /// <summary>The penalty of a split counts for the node that it divides too.</summary>
    public override double Gain(double score, double penalty) => score - Undivided * penalty;

    /// <summary>The order that this leaves is the one in which sums run over rows, and so decides on their rounding.</summary>
    public override int Part<TRule>(Span<int> rows, TRule rule)
    {
        var (front, end) = (0, rows.Length);
        while (front < end)
        {
            if (rule.GoesLeft(rows[front])) front++;
            else
            {
                end--;
                (rows[front], rows[end]) = (rows[end], rows[front]);
            }
        }
        return front;
    }

    // The variance that is left, but for what is the same for all splits of the node.
    static double Score(double left, int leftCount, double right, int rightCount) => left * left / leftCount + right * right / rightCount;
}
