using System.Numerics.Tensors;
using Rtemis.Learning.Supervised.Boosting.Binning;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>The sums of first and second derivatives of a leaf's cases in each bin of each feature.</summary>
sealed class Histogram
{
    readonly double[] _sums;

    /// <param name="bins">The bins of all features.</param>
    /// <param name="features">The number of features.</param>
    public Histogram(int bins, int features)
    {
        // One bin more, for the places of a tile that have no feature.
        _sums = new double[2 * (bins + 1)];
        CanSplit = new bool[features];
    }

    /// <summary>Whether a feature can split the leaf, one a feature; what can't split a leaf is not tried below it.</summary>
    public bool[] CanSplit { get; }

    /// <summary>All sums: a first, a second derivative for each bin, and one bin that means nothing.</summary>
    public Span<double> All => _sums;

    /// <summary>The sums of a feature's bins.</summary>
    public Span<double> Of(BinnedFeature feature) => _sums.AsSpan(2 * feature.Offset, 2 * feature.Bins.Count);

    /// <summary>Takes the sums of one of two leaves off those of both.</summary>
    public void Subtract(Histogram other, BinnedFeature feature) => TensorPrimitives.Subtract(Of(feature), other.Of(feature), Of(feature));

    /// <summary>Sets the sums of the bin that holds what the others leave of the leaf's.</summary>
    public void Imply(BinnedFeature feature, double gradient, double hessian)
    {
        var implied = feature.Bins.ImpliedBin;
        if (implied == 0) return;
        var sums = Of(feature);
        for (var bin = 0; bin < feature.Bins.Count; bin++)
        {
            if (bin == implied) continue;
            gradient -= sums[2 * bin];
            hessian -= sums[2 * bin + 1];
        }
        (sums[2 * implied], sums[2 * implied + 1]) = (gradient, hessian);
    }
}
