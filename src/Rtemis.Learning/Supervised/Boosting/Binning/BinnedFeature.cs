namespace Rtemis.Learning.Supervised.Boosting.Binning;

/// <summary>A feature that can be split.</summary>
/// <param name="Index">Its place among all features of the data.</param>
/// <param name="Bins">Its bins.</param>
/// <param name="Tile">Where the cases' bins are.</param>
/// <param name="Slot">Its place in that tile.</param>
/// <param name="Offset">Where its bins begin in a histogram of all features.</param>
sealed record BinnedFeature(int Index, FeatureBins Bins, BinTile Tile, int Slot, int Offset)
{
    /// <summary>The bin of a case.</summary>
    public int this[int row] => Tile[Slot, row];
}
