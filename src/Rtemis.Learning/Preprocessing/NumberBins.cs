using System.Globalization;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Resampling;

namespace Rtemis.Learning.Preprocessing;

/// <summary>Puts numbers into intervals, open on the left, and makes factors of the intervals that hold any.</summary>
static class NumberBins
{
    /// <summary>Intervals of equal width over the range of the numbers, named by their position from 1.</summary>
    /// <exception cref="LearningException">There are fewer than two, or names are asked for, which R refuses.</exception>
    public static FactorColumn OfEqualWidth(Column column, int count, bool labels)
    {
        var intervals = EqualWidthCut.Intervals(NumericColumn.Numbers(column).Span, count);
        if (labels) throw new LearningException("simpleError", "lengths of 'breaks' and 'labels' differ");
        return Occupied(column.Name, intervals, i => (i + 1).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The intervals between quantiles, the outer ones widened by a fiftieth of the range; named by their bounds.</summary>
    /// <param name="column">The numbers.</param>
    /// <param name="count">The number of quantiles, the smallest and largest number among them.</param>
    /// <exception cref="LearningException">The numbers are all the same, and less than 2.</exception>
    public static FactorColumn BetweenQuantiles(Column column, int count)
    {
        var numbers = NumericColumn.Numbers(column).ToArray();
        var breaks = Breaks([.. numbers.Where(v => !double.IsNaN(v)).Order()], count);
        var intervals = Array.ConvertAll(numbers, v => Inside(breaks, v) ? EqualWidthCut.Find(breaks, v) : -1);
        var names = Names(breaks);
        return Occupied(column.Name, intervals, i => names[i]);
    }

    static double[] Breaks(double[] sorted, int count)
    {
        var quantiles = new double[count];
        for (var i = 0; i < count; i++) quantiles[i] = Quantile(sorted, i == count - 1 ? 1 : i * (1.0 / (count - 1)));
        if (sorted.Length > 0)
        {
            var margin = 0.02 * Math.Abs(sorted[^1] - sorted[0]);
            quantiles[0] -= margin;
            quantiles[^1] += margin;
        }
        double[] breaks = [.. quantiles.Distinct().Where(q => !double.IsNaN(q)).Order()];
        if (breaks.Length > 1) return breaks;
        if (breaks.Length == 0 || breaks[0] < 2 || breaks[0] > PreprocessorParameters.MostIntervals) throw new LearningException("simpleError", "invalid number of intervals");
        return EqualWidthCut.Breaks(breaks[0], breaks[0], (int)breaks[0]);
    }

    // Type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50(4), 1996: R's default.
    static double Quantile(double[] sorted, double share)
    {
        if (sorted.Length == 0) return double.NaN;
        var position = (sorted.Length - 1) * share;
        var (low, high) = ((int)Math.Floor(position), (int)Math.Ceiling(position));
        var rest = position - low;
        return rest > 0 && sorted[high] != sorted[low] ? (1 - rest) * sorted[low] + rest * sorted[high] : sorted[low];
    }

    static bool Inside(double[] breaks, double value) => value > breaks[0] && value <= breaks[^1];

    // As few digits from three on as tell all bounds apart.
    static string[] Names(double[] breaks)
    {
        for (var digits = 3; digits <= 12; digits++)
        {
            var shown = Array.ConvertAll(breaks, b => NumberText.General(b, digits));
            if (shown.Skip(1).Zip(shown).Any(p => p.First == p.Second)) continue;
            return [.. shown.Skip(1).Zip(shown, (upper, lower) => $"({lower},{upper}]")];
        }
        return [.. Enumerable.Range(1, breaks.Length - 1).Select(i => i.ToString(CultureInfo.InvariantCulture))];
    }

    static FactorColumn Occupied(string column, int[] intervals, Func<int, string> name)
    {
        var kept = intervals.Where(i => i >= 0).Distinct().Order().ToList();
        var positions = kept.Select((interval, i) => (interval, i)).ToDictionary(p => p.interval, p => p.i);
        return new FactorColumn(column, Array.ConvertAll(intervals, i => i < 0 ? FactorColumn.Missing : positions[i]), [.. kept.Select(name)]);
    }
}
