namespace Rtemis.Learning.Supervised.Knn;

/// <summary>
/// Finds the cases nearest to a point, in the order in which the R package kknn lists them: among equal distances that order follows from the way of
/// its scan, which keeps a short buffer, sorts it when it is full and goes on with a bound. One search is used by one thread at a time.
/// </summary>
sealed class NeighbourSearch
{
    const double Unset = 1e300;
    const double Slack = 1e-8;

    readonly double[] _cases;
    readonly int _count;
    readonly int _columns;
    readonly double _power;
    readonly int _wanted;
    readonly double[] _sums;
    readonly int[] _indexes;

    /// <param name="cases">The cases one after the other, each with its columns.</param>
    /// <param name="count">Their number.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="power">The power of the Minkowski distance.</param>
    /// <param name="wanted">How many are wanted, at most as many as there are cases.</param>
    public NeighbourSearch(double[] cases, int count, int columns, double power, int wanted)
    {
        (_cases, _count, _columns, _power, _wanted) = (cases, count, columns, power, wanted);
        var room = Math.Min(2 * Math.Min(Math.Max(10, wanted), count), count);
        _sums = new double[room];
        _indexes = new int[room];
        Distances = new double[wanted];
    }

    /// <summary>The distances that the last search found, ascending.</summary>
    public double[] Distances { get; }

    /// <summary>The 0-based cases that the last search found, nearest first.</summary>
    public ReadOnlySpan<int> Cases => _indexes.AsSpan(0, _wanted);

    /// <summary>Searches.</summary>
    /// <param name="point">A value for each column.</param>
    public void Find(ReadOnlySpan<double> point)
    {
        Array.Fill(_sums, Unset);
        var (used, bound) = (0, Unset);
        for (var i = 0; i < _count; i++)
        {
            var sum = PowerSum(point, i, bound + Slack);
            if (!(sum < bound)) continue;
            _sums[used] = sum;
            _indexes[used] = i;
            if (++used != _sums.Length - 1) continue;
            ShellSort.Sort(_sums, _indexes);
            (used, bound) = (_wanted - 1, _sums[_wanted - 1]);
        }
        ShellSort.Sort(_sums, _indexes);
        for (var i = 0; i < _wanted; i++) Distances[i] = _power == 2 ? Math.Sqrt(_sums[i]) : Math.Pow(_sums[i], 1 / _power);
    }

    // Sums column by column, until it is clear that the case is too far.
    double PowerSum(ReadOnlySpan<double> point, int index, double limit)
    {
        var row = _cases.AsSpan(index * _columns, _columns);
        var sum = 0.0;
        for (var c = 0; c < row.Length && sum < limit; c++)
        {
            var difference = point[c] - row[c];
            sum += _power == 2 ? difference * difference : _power == 1 ? Math.Abs(difference) : Math.Pow(Math.Abs(difference), _power);
        }
        return sum;
    }
}
