namespace Rtemis.Data;

/// <summary>Counts finite values in bins of equal width.</summary>
static class Histogram
{
    const int MostBins = 24;

    /// <summary>The distribution of <paramref name="values"/>, or null when none is finite.</summary>
    /// <param name="values">The present values, none of them NaN.</param>
    /// <param name="type">The type of their column: it decides where bins begin.</param>
    public static NumberDistribution? Of(ReadOnlySpan<double> values, ColumnType type)
    {
        var min = double.PositiveInfinity;
        var max = double.NegativeInfinity;
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) continue;
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }
        if (min > max) return null;
        var breaks = type switch
        {
            ColumnType.Integer => WholeBreaks(min, max, start: min - 0.5),
            ColumnType.Date => WholeBreaks(min, max, start: min),
            _ => Breaks(min, max),
        };
        return new NumberDistribution(breaks, Counts(values, breaks));
    }

    static double[] WholeBreaks(double min, double max, double start)
    {
        var span = max - min + 1;
        var width = Math.Ceiling(span / MostBins);
        var breaks = new double[(int)Math.Ceiling(span / width) + 1];
        for (var i = 0; i < breaks.Length; i++) breaks[i] = start + i * width;
        return breaks;
    }

    static double[] Breaks(double min, double max)
    {
        if (min == max) return [min, max];
        var breaks = new double[MostBins + 1];
        for (var i = 0; i < breaks.Length; i++)
        {
            var share = (double)i / MostBins;
            // In two terms, since the difference of the two may be more than a double holds.
            breaks[i] = min * (1 - share) + max * share;
        }
        return breaks;
    }

    static int[] Counts(ReadOnlySpan<double> values, double[] breaks)
    {
        var counts = new int[breaks.Length - 1];
        var last = counts.Length - 1;
        // Halved for the same reason.
        var start = breaks[0] / 2;
        var span = breaks[^1] / 2 - start;
        var perBin = span > 0 ? counts.Length / span : 0;
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) continue;
            var bin = Math.Clamp((int)((value / 2 - start) * perBin), 0, last);
            // Rounding may lead to a neighbour: the bounds decide.
            while (bin > 0 && value < breaks[bin]) bin--;
            while (bin < last && value >= breaks[bin + 1]) bin++;
            counts[bin]++;
        }
        return counts;
    }
}
