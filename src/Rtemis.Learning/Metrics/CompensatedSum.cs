namespace Rtemis.Learning.Metrics;

/// <summary>
/// A running sum that carries its rounding error along (Neumaier's variant of Kahan's summation): R sums in extended precision, and this keeps
/// within the last bit of it.
/// </summary>
struct CompensatedSum
{
    double _sum;
    double _error;

    /// <summary>The sum so far.</summary>
    public readonly double Value => double.IsFinite(_error) ? _sum + _error : _sum;

    /// <summary>Adds a number.</summary>
    public void Add(double value)
    {
        var total = _sum + value;
        _error += Math.Abs(_sum) >= Math.Abs(value) ? _sum - total + value : value - total + _sum;
        _sum = total;
    }

    /// <summary>The mean of numbers; NaN of none.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        var sum = new CompensatedSum();
        foreach (var value in values) sum.Add(value);
        return sum.Value / values.Length;
    }

    /// <summary>The sample standard deviation; NaN of fewer than two numbers.</summary>
    public static double StandardDeviation(ReadOnlySpan<double> values)
    {
        if (values.Length < 2) return double.NaN;
        var mean = Mean(values);
        var squares = new CompensatedSum();
        foreach (var value in values) squares.Add((value - mean) * (value - mean));
        return Math.Sqrt(squares.Value / (values.Length - 1));
    }
}
