namespace Rtemis.Learning.Supervised.Boosting.Binning;

/// <summary>How often each value of a feature occurs.</summary>
/// <param name="Values">Distinct values, ascending. Zero is there wherever it lies between two others.</param>
/// <param name="Counts">The cases of each.</param>
/// <param name="Missing">The cases without a value, unless they count as zeros.</param>
sealed record ValueCounts(double[] Values, int[] Counts, int Missing)
{
    /// <summary>Values no farther from zero count as zero: 1e-35 in single precision.</summary>
    public const double Zero = 1e-35f;

    /// <summary>All cases.</summary>
    public int Total { get; private init; }

    /// <summary>Counts the values; neighbours that differ in the last digit alone are one.</summary>
    /// <param name="values">One a case; NaN where missing.</param>
    /// <param name="missingIsZero">Whether missing values count as zeros.</param>
    public static ValueCounts Of(ReadOnlySpan<double> values, bool missingIsZero)
    {
        var present = new double[values.Length];
        var (kept, missing) = (0, 0);
        foreach (var value in values)
        {
            if (double.IsNaN(value)) missing++;
            else if (Math.Abs(value) > Zero) present[kept++] = value;
        }
        Array.Sort(present, 0, kept);
        if (missingIsZero) missing = 0;
        var counted = Count(present.AsSpan(0, kept), values.Length - kept - missing);
        return new ValueCounts([.. counted.Values], [.. counted.Counts], missing) { Total = values.Length };
    }

    static (List<double> Values, List<int> Counts) Count(ReadOnlySpan<double> sorted, int zeros)
    {
        var (values, counts) = (new List<double>(), new List<int>());
        if (sorted.Length == 0 || (sorted[0] > 0 && zeros > 0)) Add(0, zeros);
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && sorted[i] <= Math.BitIncrement(sorted[i - 1]))
            {
                values[^1] = sorted[i];
                counts[^1]++;
                continue;
            }
            if (i > 0 && sorted[i - 1] < 0 && sorted[i] > 0) Add(0, zeros);
            Add(sorted[i], 1);
        }
        if (sorted.Length > 0 && sorted[^1] < 0 && zeros > 0) Add(0, zeros);
        return (values, counts);

        void Add(double value, int count)
        {
            values.Add(value);
            counts.Add(count);
        }
    }
}
