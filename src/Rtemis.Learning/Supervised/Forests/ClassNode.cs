namespace Rtemis.Learning.Supervised.Forests;

/// <summary>
/// Classes: a split is the better the less Gini impurity its sides have. Counts are whole numbers, so that the order of rows changes nothing: they are
/// kept ascending, each once, with the number of times that it was drawn.
/// </summary>
/// <param name="outcome">A class for each row, counted from 0.</param>
/// <param name="classes">The number of classes.</param>
abstract class ClassNode(int[] outcome, int classes) : NodeResponse
{
    readonly long[] _all = new long[classes];
    readonly long[] _left = new long[classes];
    readonly (int Class, int Times)[] _sample = Array.ConvertAll(outcome, code => (code, 0));
    (int Class, int Times)[] _cases = [];
    int[] _parted = [];
    int _count;

    /// <inheritdoc/>
    public override int Count => _count;

    /// <inheritdoc/>
    public override bool IsPure => _all[_cases[0].Class] == _count;

    /// <inheritdoc/>
    public override double Undivided => (double)Squares(_all) / _count;

    /// <summary>The number of cases of each class.</summary>
    protected ReadOnlySpan<long> Counts => _all;

    /// <summary>The class of one of the node's rows and how often it was drawn.</summary>
    protected (int Class, int Times) CaseAt(int position) => _cases[position];

    /// <inheritdoc/>
    public override int[] Arrange(BagSample sample)
    {
        var rows = new int[_sample.Length];
        var count = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            rows[count] = row;
            var times = _sample[row].Times = sample.Times[row];
            if (times > 0) count++;
        }
        return rows[..count];
    }

    /// <inheritdoc/>
    public override void Turn(ReadOnlySpan<int> rows)
    {
        if (_cases.Length < rows.Length) _cases = new (int, int)[rows.Length];
        _count = 0;
        Array.Clear(_all);
        for (var i = 0; i < rows.Length; i++)
        {
            var (code, times) = _cases[i] = _sample[rows[i]];
            _all[code] += times;
            _count += times;
        }
    }

    /// <inheritdoc/>
    public override void Scan(ReadOnlySpan<ulong> order, double penalty, ref CutPoint best)
    {
        Array.Clear(_left);
        // The sums of the squared counts are carried along.
        long left = 0, right = Squares(_all);
        var (count, last) = (0, NodeOrder.Rank(order[0]));
        foreach (var key in order)
        {
            var rank = NodeOrder.Rank(key);
            if (rank != last)
            {
                best.Offer(Score(left, count, right, _count - count) * penalty, last, rank);
                last = rank;
            }
            var (code, times) = _cases[NodeOrder.Position(key)];
            var moved = _left[code];
            left += times * (2 * moved + times);
            right -= times * (2 * (_all[code] - moved) - times);
            _left[code] = moved + times;
            count += times;
        }
    }

    /// <inheritdoc/>
    public override double Score(ReadOnlySpan<bool> right)
    {
        Array.Clear(_left);
        for (var i = 0; i < right.Length; i++)
            if (!right[i]) _left[_cases[i].Class] += _cases[i].Times;
        var (count, others) = (0L, 0L);
        for (var k = 0; k < _all.Length; k++)
        {
            count += _left[k];
            others += (_all[k] - _left[k]) * (_all[k] - _left[k]);
        }
        return count == 0 || count == _count ? double.NaN : Score(_left, count, others);
    }

    /// <summary>The score of a split.</summary>
    /// <param name="left">The number of cases of each class on the left.</param>
    /// <param name="count">Their sum.</param>
    /// <param name="rightSquares">The sum of the squared counts on the right.</param>
    protected virtual double Score(ReadOnlySpan<long> left, long count, long rightSquares) => Score(Squares(left), count, rightSquares, _count - count);

    /// <inheritdoc/>
    public override int Part<TRule>(Span<int> rows, TRule rule)
    {
        if (_parted.Length < rows.Length) _parted = new int[rows.Length];
        var (left, right) = (0, 0);
        foreach (var row in rows)
        {
            if (rule.GoesLeft(row)) rows[left++] = row;
            else _parted[right++] = row;
        }
        _parted.AsSpan(0, right).CopyTo(rows[left..]);
        return left;
    }

    static double Score(long leftSquares, long leftCount, long rightSquares, long rightCount) =>
        (double)leftSquares / leftCount + (double)rightSquares / rightCount;

    static long Squares(ReadOnlySpan<long> counts)
    {
        long sum = 0;
        foreach (var count in counts) sum += count * count;
        return sum;
    }
}
