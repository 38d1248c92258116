namespace Rtemis.Learning.Supervised.Boosting.Binning;

/// <summary>Cuts ordered values into bins of about as many cases each, as LightGBM does.</summary>
static class GreedyBounds
{
    /// <summary>The upper bounds of the bins; the last is infinite.</summary>
    /// <param name="values">Distinct values, ascending.</param>
    /// <param name="counts">The cases of each.</param>
    /// <param name="most">The most bins, 1 or more.</param>
    /// <param name="total">The cases of all.</param>
    /// <param name="least">The fewest cases of a bin.</param>
    public static List<double> Find(ReadOnlySpan<double> values, ReadOnlySpan<int> counts, int most, int total, int least) =>
        values.Length <= most ? BetweenValues(values, counts, least) : ByMass(values, counts, most, total, least);

    // There are bins for all values: neighbours share one only where a value has too few cases.
    static List<double> BetweenValues(ReadOnlySpan<double> values, ReadOnlySpan<int> counts, int least)
    {
        var bounds = new List<double>();
        var held = 0;
        for (var i = 0; i < values.Length - 1; i++)
        {
            held += counts[i];
            if (held >= least && Add(bounds, values[i], values[i + 1])) held = 0;
        }
        bounds.Add(double.PositiveInfinity);
        return bounds;
    }

    // A value with more cases than a bin should have gets one for itself; the rest is shared out evenly among the others.
    static List<double> ByMass(ReadOnlySpan<double> values, ReadOnlySpan<int> counts, int most, int total, int least)
    {
        if (least > 0) most = Math.Max(1, Math.Min(most, total / least));
        var fair = (double)total / most;
        var (bins, rest) = (most, total);
        var large = new bool[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (counts[i] < fair) continue;
            large[i] = true;
            bins--;
            rest -= counts[i];
        }
        fair = (double)rest / bins;

        var bounds = new List<double>();
        var (closed, held) = (0, 0);
        for (var i = 0; i < values.Length - 1 && closed < most - 1; i++)
        {
            if (!large[i]) rest -= counts[i];
            held += counts[i];
            if (!large[i] && held < fair && !(large[i + 1] && held >= Math.Max(1, fair * 0.5))) continue;
            closed++;
            Add(bounds, values[i], values[i + 1]);
            held = 0;
            if (large[i]) continue;
            bins--;
            fair = rest / (double)bins;
        }
        bounds.Add(double.PositiveInfinity);
        return bounds;
    }

    // A bound lies halfway, a bit higher: values that differ by rounding alone are on the same side.
    static bool Add(List<double> bounds, double below, double above)
    {
        var bound = Math.BitIncrement((below + above) / 2);
        if (bounds.Count > 0 && bound <= Math.BitIncrement(bounds[^1])) return false;
        bounds.Add(bound);
        return true;
    }
}
