using System.Buffers;

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
        // Features are many and large: what is needed for a moment only is used again.
        var present = ArrayPool<double>.Shared.Rent(values.Length);
        try
        {
            var (kept, missing) = (0, 0);
            foreach (var value in values)
            {
                if (double.IsNaN(value)) missing++;
                else if (Math.Abs(value) > Zero) present[kept++] = value;
            }
            var sorted = present.AsSpan(0, kept);
            sorted.Sort();
            if (missingIsZero) missing = 0;
            var distinct = Count(sorted, values.Length - kept - missing, [], []);
            var (found, counts) = (new double[distinct], new int[distinct]);
            Count(sorted, values.Length - kept - missing, found, counts);
            return new ValueCounts(found, counts, missing) { Total = values.Length };
        }
        finally
        {
            ArrayPool<double>.Shared.Return(present);
        }
    }

    // Counts into the two lists, or, where they are empty, only how many values there are.
    static int Count(ReadOnlySpan<double> sorted, int zeros, Span<double> values, Span<int> counts)
    {
        var last = -1;
        if (sorted.Length == 0 || (sorted[0] > 0 && zeros > 0)) Add(0, zeros, values, counts);
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && sorted[i] <= Math.BitIncrement(sorted[i - 1]))
            {
                if (values.IsEmpty) continue;
                values[last] = sorted[i];
                counts[last]++;
                continue;
            }
            if (i > 0 && sorted[i - 1] < 0 && sorted[i] > 0) Add(0, zeros, values, counts);
            Add(sorted[i], 1, values, counts);
        }
        if (sorted.Length > 0 && sorted[^1] < 0 && zeros > 0) Add(0, zeros, values, counts);
        return last + 1;

        void Add(double value, int count, Span<double> values, Span<int> counts)
        {
            last++;
            if (values.IsEmpty) return;
            values[last] = value;
            counts[last] = count;
        }
    }
}
