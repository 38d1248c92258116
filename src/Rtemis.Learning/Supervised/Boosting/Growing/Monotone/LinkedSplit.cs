namespace Rtemis.Learning.Supervised.Boosting.Growing.Monotone;

/// <summary>A split of a growing tree with its neighbours. A child is the place of a split, or of a leaf as <c>~leaf</c>.</summary>
/// <param name="Feature">The feature's place in the data.</param>
/// <param name="Cut">The last bin that goes left.</param>
/// <param name="IsNumeric">Whether numbers are parted, not levels.</param>
/// <param name="Monotone">The direction that the feature is bound to, 0 for none.</param>
/// <param name="Above">The split above it, -1 for the root.</param>
/// <param name="Left">The left child.</param>
/// <param name="Right">The right child.</param>
readonly record struct LinkedSplit(int Feature, int Cut, bool IsNumeric, int Monotone, int Above, int Left, int Right);
