using Rtemis.Learning.Supervised.Boosting.Binning;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>A split of a tree, for cases that are in bins.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Sides">1 for each of its bins that goes left, 0 for each that goes right.</param>
readonly record struct BinnedSplit(BinnedFeature Feature, byte[] Sides);
