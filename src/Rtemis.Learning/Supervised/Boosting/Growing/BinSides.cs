using Rtemis.Learning.Supervised.Boosting.Binning;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>The side of a split that each bin goes to.</summary>
static class BinSides
{
    /// <summary>1 for each bin that goes left, 0 for each that goes right.</summary>
    public static byte[] Of(FeatureBins bins, in SplitCandidate split)
    {
        var left = new byte[bins.Count];
        if (split.Categories is { } categories)
        {
            foreach (var bin in categories) left[bin] = 1;
            return left;
        }
        left.AsSpan(0, split.Threshold + 1).Fill(1);
        var toDefault = (byte)(split.DefaultLeft ? 1 : 0);
        if (bins.Missing == MissingKind.NaN) left[^1] = toDefault;
        else if (bins.Missing == MissingKind.Zero) left[bins.ZeroBin] = toDefault;
        return left;
    }
}
