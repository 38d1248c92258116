using System.Numerics;
using System.Runtime.CompilerServices;
using Rtemis.Learning.Supervised.Boosting.Options;

namespace Rtemis.Learning.Supervised.Boosting.Binning;

/// <summary>Bins between bounds. Zero has a bin of its own where it can, and missing values have the last.</summary>
sealed class NumericBins : FeatureBins
{
    // Ascending, the last infinite; without one for missing values.
    readonly double[] _bounds;

    // The same, filled up with infinity.
    readonly double[] _search;

    NumericBins(double[] bounds, MissingKind missing)
    {
        _bounds = bounds;
        _search = new double[BitOperations.RoundUpToPowerOf2((uint)bounds.Length + 1)];
        Array.Fill(_search, double.PositiveInfinity);
        bounds.CopyTo(_search, 0);
        Missing = missing;
        Count = bounds.Length + (missing == MissingKind.NaN ? 1 : 0);
    }

    /// <inheritdoc/>
    public override bool IsCategorical => false;

    /// <summary>The largest value of a bin.</summary>
    public double Bound(int bin) => _bounds[bin];

    /// <summary>Finds the bins; null where no cut leaves enough cases on both sides.</summary>
    /// <param name="values">One a case; NaN where missing.</param>
    /// <param name="options">What is wanted of bins.</param>
    /// <param name="leastOnSide">The fewest cases on either side of a cut.</param>
    public static NumericBins? Find(ReadOnlySpan<double> values, BinningOptions options, int leastOnSide)
    {
        var counts = ValueCounts.Of(values, missingIsZero: !options.UseMissing || options.ZeroAsMissing);
        var missing = counts.Missing > 0 ? MissingKind.NaN : options.UseMissing && options.ZeroAsMissing ? MissingKind.Zero : MissingKind.None;
        var most = options.MaxBin - (missing == MissingKind.NaN ? 1 : 0);
        var bounds = Bounds(counts, most, counts.Total - counts.Missing, options.MinDataInBin);
        if (missing == MissingKind.Zero && bounds.Length == 2) missing = MissingKind.None;
        var bins = new NumericBins(bounds, missing);
        var held = bins.Hold(counts);
        if (bins.Count <= 1 || !CanSplit(held, counts.Total, leastOnSide)) return null;
        bins.Weigh(held, counts.Total);
        return bins;
    }

    /// <inheritdoc/>
    public override int Of(double value)
    {
        if (double.IsNaN(value))
        {
            if (Missing == MissingKind.NaN) return Count - 1;
            value = 0;
        }
        // Halves of a length that is a power of two, added or not without a branch, which would be guessed wrong half of the time.
        var below = 0;
        for (var half = _search.Length / 2; half > 0; half /= 2)
        {
            var isAbove = value > _search[below + half - 1];
            below += half * Unsafe.BitCast<bool, byte>(isAbove);
        }
        return below;
    }

    // Negative and positive values are cut apart from each other, so that zero is never in a bin with them.
    static double[] Bounds(ValueCounts counts, int most, int total, int least)
    {
        var negatives = counts.Values.TakeWhile(v => v <= -ValueCounts.Zero).Count();
        var positives = counts.Values.SkipWhile(v => v <= ValueCounts.Zero).Count();
        var (below, above) = (Sum(counts.Counts.AsSpan(0, negatives)), Sum(counts.Counts.AsSpan(counts.Counts.Length - positives)));
        var zeros = Sum(counts.Counts.AsSpan()) - below - above;
        var bounds = new List<double>();
        if (negatives > 0 && most > 1)
        {
            var share = Math.Max(1, (int)((double)below / (total - zeros) * (most - 1)));
            bounds = GreedyBounds.Find(counts.Values.AsSpan(0, negatives), counts.Counts.AsSpan(0, negatives), share, below, least);
            bounds[^1] = -ValueCounts.Zero;
        }
        var rest = most - 1 - bounds.Count;
        if (positives > 0 && rest > 0)
        {
            bounds.Add(ValueCounts.Zero);
            bounds.AddRange(GreedyBounds.Find(counts.Values.AsSpan(counts.Values.Length - positives), counts.Counts.AsSpan(counts.Counts.Length - positives), rest, above, least));
        }
        else
        {
            bounds.Add(double.PositiveInfinity);
        }
        return [.. bounds];
    }

    int[] Hold(ValueCounts counts)
    {
        var held = new int[Count];
        var bin = 0;
        for (var i = 0; i < counts.Values.Length; i++)
        {
            while (bin < _bounds.Length - 1 && counts.Values[i] > _bounds[bin]) bin++;
            held[bin] += counts.Counts[i];
        }
        if (Missing == MissingKind.NaN) held[^1] = counts.Missing;
        return held;
    }

    static bool CanSplit(int[] held, int total, int least)
    {
        var left = 0;
        for (var bin = 0; bin < held.Length - 1; bin++)
        {
            left += held[bin];
            if (left >= least && total - left >= least) return true;
        }
        return false;
    }

    static int Sum(ReadOnlySpan<int> counts)
    {
        var sum = 0;
        foreach (var count in counts) sum += count;
        return sum;
    }
}
