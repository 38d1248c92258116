namespace Rtemis.Learning.Supervised.Boosting.Binning;

/// <summary>The bins of a feature's values.</summary>
abstract class FeatureBins
{
    // A bin must hold this share of the cases to be left out of sums in the place of that of zero.
    const double Prevailing = 0.7;

    /// <summary>What has a bin of its own for missing values, and which.</summary>
    public MissingKind Missing { get; protected init; }

    /// <summary>The number of bins.</summary>
    public int Count { get; protected init; }

    /// <summary>The bin of zero.</summary>
    public int ZeroBin { get; private set; }

    /// <summary>The bin whose sums are what the others leave of the leaf's: that of zero, or one that holds most of the cases.</summary>
    public int ImpliedBin { get; private set; }

    /// <summary>Whether bins are levels of a factor.</summary>
    public abstract bool IsCategorical { get; }

    /// <summary>The bin of a value.</summary>
    public abstract int Of(double value);

    /// <summary>Sets the two special bins.</summary>
    /// <param name="counts">The cases of each bin.</param>
    /// <param name="total">The cases of all.</param>
    protected void Weigh(int[] counts, int total)
    {
        ZeroBin = Of(0);
        var largest = Array.IndexOf(counts, counts.Max());
        ImpliedBin = (double)counts[largest] / total < Prevailing ? ZeroBin : largest;
    }
}
