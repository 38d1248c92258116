namespace Rtemis.Learning.Resampling;

/// <summary>
/// Puts numbers into intervals of equal width, open on the left, as R's <c>cut(x, breaks = n)</c> does. Source: the R documentation of
/// <c>cut</c>.
/// </summary>
static class EqualWidthCut
{
    /// <summary>The 0-based interval of each value; -1 for NaN.</summary>
    /// <exception cref="LearningException">There are fewer than two intervals, or the values' range is not finite.</exception>
    public static int[] Intervals(ReadOnlySpan<double> values, int count)
    {
        if (count < 2) throw new LearningException("simpleError", "invalid number of intervals");
        var (low, high) = Range(values);
        if (!double.IsFinite(low) || !double.IsFinite(high)) throw new LearningException("simpleError", "'from' must be a finite number");
        var breaks = Breaks(low, high, count);
        var intervals = new int[values.Length];
        for (var i = 0; i < values.Length; i++) intervals[i] = double.IsNaN(values[i]) ? -1 : Find(breaks, values[i]);
        return intervals;
    }

    static (double Low, double High) Range(ReadOnlySpan<double> values)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (value < low) low = value;
            if (value > high) high = value;
        }
        return (low, high);
    }

    /// <summary>The bounds of the intervals, one more than there are.</summary>
    internal static double[] Breaks(double low, double high, int count)
    {
        var widening = (high - low) / 1000;
        var constant = high == low;
        if (constant)
        {
            widening = (low == 0 ? 1 : Math.Abs(low)) / 1000;
            (low, high) = (low - widening, high + widening);
        }
        var step = (high - low) / count;
        var breaks = new double[count + 1];
        for (var i = 0; i <= count; i++) breaks[i] = low + i * step;
        // The outermost are moved out only now, so that the inner ones stay evenly spaced over the values' own range.
        if (!constant) (breaks[0], breaks[count]) = (low - widening, high + widening);
        return breaks;
    }

    /// <summary>The 0-based interval of a value that lies within the bounds.</summary>
    internal static int Find(double[] breaks, double value)
    {
        var (below, above) = (0, breaks.Length - 1);
        while (above - below > 1)
        {
            var middle = (below + above) / 2;
            if (value > breaks[middle]) below = middle;
            else above = middle;
        }
        return below;
    }
}
