using System.Numerics.Tensors;
using MemoryPack;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Decomposition.Umap;

/// <summary>What is done to columns before distances are taken.</summary>
/// <param name="Kept">The columns that vary, where columns are scaled; all otherwise.</param>
/// <param name="Center">What is taken off each of them, or null.</param>
/// <param name="Scale">What each is divided by, or null.</param>
[MemoryPackable]
sealed partial record UmapScaling(int[] Kept, double[]? Center, double[]? Scale)
{
    // Columns whose squared deviations sum to less are constant: the least normal number.
    const double LeastSpread = 2.2250738585072014e-308;

    /// <summary>Learns means and deviations, or leaves columns alone.</summary>
    public static UmapScaling Of(NumericFrame data, bool scale)
    {
        int[] all = [.. Enumerable.Range(0, data.Columns)];
        if (!scale) return new UmapScaling(all, null, null);
        var means = Array.ConvertAll(all, j => CompensatedSum.Mean(data.Column(j)));
        int[] kept = [.. all.Where(j => Varies(data.Column(j), means[j]))];
        return new UmapScaling(kept, Array.ConvertAll(kept, j => means[j]), Array.ConvertAll(kept, j => ColumnSpread.Of(data.Column(j), means[j])));
    }

    /// <summary>The columns as distances are taken of them.</summary>
    public PcaScaling Apply(NumericFrame data) => new(data.Pick(Kept), Center, Scale);

    /// <summary>Those columns less their means.</summary>
    public PcaScaling Centered(NumericFrame data)
    {
        var kept = data.Pick(Kept);
        return new PcaScaling(kept, Center ?? [.. Kept.Select((_, j) => CompensatedSum.Mean(kept.Column(j)))], Scale);
    }

    static bool Varies(ReadOnlySpan<double> values, double mean)
    {
        var deviations = new double[values.Length];
        TensorPrimitives.Subtract(values, mean, deviations);
        return TensorPrimitives.SumOfSquares<double>(deviations) >= LeastSpread && ColumnSpread.Of(values, mean) > 0;
    }
}
