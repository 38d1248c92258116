using System.Buffers;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Options;
using Rtemis.Learning.Supervised.Boosting.Sampling;

namespace Rtemis.Learning.Supervised.Boosting.Binning;

/// <summary>Cases with each value replaced by its bin. Features without a useful cut are left out.</summary>
sealed class BinnedData
{
    // As in LightGBM: bins of larger data are found from a sample, drawn with a seed of its own.
    const int Sampled = 200_000;
    const int SampleSeed = 1;
    const int ChunkRows = 16384;
    const int NarrowBins = 256;

    BinnedData(int rows, BinnedFeature[] features, BinTile[] tiles)
    {
        Rows = rows;
        Features = features;
        Tiles = tiles;
        Bins = features.Length == 0 ? 0 : features[^1].Offset + features[^1].Bins.Count;
    }

    /// <summary>The number of cases.</summary>
    public int Rows { get; }

    /// <summary>The features, in the order of the data.</summary>
    public IReadOnlyList<BinnedFeature> Features { get; }

    /// <summary>Their tiles: features 0 to 3 are in the first, and so on.</summary>
    public IReadOnlyList<BinTile> Tiles { get; }

    /// <summary>The bins of all features together.</summary>
    public int Bins { get; }

    /// <summary>The values of numeric features, where leaves are to be linear models of them; else null.</summary>
    public SingleColumns? Columns { get; init; }

    /// <summary>Finds the bins and puts all cases into them.</summary>
    /// <param name="columns">The features.</param>
    /// <param name="rows">The number of cases.</param>
    /// <param name="options">What is wanted of bins.</param>
    /// <param name="minDataInLeaf">The fewest cases of a leaf.</param>
    /// <param name="context">The run.</param>
    /// <param name="keepsValues">Whether the values of numeric features are kept.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static BinnedData Of(IReadOnlyList<CodedColumn> columns, int rows, BinningOptions options, int minDataInLeaf, RunContext context, bool keepsValues = false)
    {
        var sample = rows > Sampled ? new LcgRandom(SampleSeed).Sample(rows, Sampled) : null;
        var leastOnSide = (int)((double)minDataInLeaf * (sample?.Length ?? rows) / rows);
        var bins = new FeatureBins?[columns.Count];
        context.Work.For(columns.Count, f =>
        {
            if (sample is null)
            {
                bins[f] = Find(columns[f].Values.Span, columns[f].IsCategorical);
                return;
            }
            var picked = ArrayPool<double>.Shared.Rent(sample.Length);
            for (var i = 0; i < sample.Length; i++) picked[i] = columns[f].Values.Span[sample[i]];
            bins[f] = Find(picked.AsSpan(0, sample.Length), columns[f].IsCategorical);
            ArrayPool<double>.Shared.Return(picked);
        });
        return Place(columns, bins, rows, keepsValues ? new SingleColumns(columns) : null, context);

        FeatureBins? Find(ReadOnlySpan<double> values, bool isCategorical) =>
            isCategorical ? CategoryBins.Find(values, options, leastOnSide) : NumericBins.Find(values, options, leastOnSide);
    }

    /// <summary>The same cases with some of the features only.</summary>
    /// <param name="kept">Which, by place in <see cref="Features"/>, ascending.</param>
    /// <param name="context">The run.</param>
    public BinnedData Select(IReadOnlyList<int> kept, RunContext context)
    {
        var (features, tiles) = Arrange([.. kept.Select(f => (Features[f].Index, Features[f].Bins))], Rows);
        context.Work.ForChunks(Rows, ChunkRows, (_, start, end) =>
        {
            for (var f = 0; f < features.Length; f++)
            {
                var from = Features[kept[f]];
                for (var row = start; row < end; row++) features[f].Tile.Set(features[f].Slot, row, from[row]);
            }
        });
        return new BinnedData(Rows, features, tiles);
    }

    static BinnedData Place(IReadOnlyList<CodedColumn> columns, FeatureBins?[] bins, int rows, SingleColumns? values, RunContext context)
    {
        var (features, tiles) = Arrange([.. bins.Index().Where(b => b.Item is not null).Select(b => (b.Index, b.Item!))], rows);
        context.Work.ForChunks(rows, ChunkRows, (_, start, end) =>
        {
            foreach (var feature in features)
            {
                var own = columns[feature.Index].Values.Span;
                for (var row = start; row < end; row++) feature.Tile.Set(feature.Slot, row, feature.Bins.Of(own[row]));
            }
        });
        return new BinnedData(rows, features, tiles) { Columns = values };
    }

    static (BinnedFeature[] Features, BinTile[] Tiles) Arrange((int Index, FeatureBins Bins)[] used, int rows)
    {
        BinTile[] tiles = [.. used.Chunk(BinTile.Width).Select(four => new BinTile(rows, four.Any(f => f.Bins.Count > NarrowBins)))];
        var features = new BinnedFeature[used.Length];
        var offset = 0;
        for (var f = 0; f < used.Length; f++)
        {
            features[f] = new BinnedFeature(used[f].Index, used[f].Bins, tiles[f / BinTile.Width], f % BinTile.Width, offset);
            offset += used[f].Bins.Count;
        }
        return (features, tiles);
    }
}
