using MemoryPack;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

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
    public static UmapScaling Of(NumericFrame data, bool scale, RunContext context)
    {
        int[] all = [.. Enumerable.Range(0, data.Columns)];
        if (!scale) return new UmapScaling(all, null, null);
        var (means, deviations, varies) = (new double[data.Columns], new double[data.Columns], new bool[data.Columns]);
        context.Work.For(data.Columns, j =>
        {
            means[j] = CompensatedSum.Mean(data.Column(j));
            deviations[j] = ColumnSpread.Of(data.Column(j), means[j]);
            varies[j] = deviations[j] * deviations[j] * Math.Max(1, data.Rows - 1) >= LeastSpread;
        });
        int[] kept = [.. all.Where(j => varies[j])];
        return new UmapScaling(kept, Array.ConvertAll(kept, j => means[j]), Array.ConvertAll(kept, j => deviations[j]));
    }

    /// <summary>The columns as distances are taken of them.</summary>
    public PcaScaling Apply(NumericFrame data) => new(data.Pick(Kept), Center, Scale);

    /// <summary>Those columns less their means.</summary>
    public PcaScaling Centered(NumericFrame data)
    {
        var kept = data.Pick(Kept);
        return new PcaScaling(kept, Center ?? [.. Kept.Select((_, j) => CompensatedSum.Mean(kept.Column(j)))], Scale);
    }
}
