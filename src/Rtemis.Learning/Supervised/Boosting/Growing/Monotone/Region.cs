namespace Rtemis.Learning.Supervised.Boosting.Growing.Monotone;

/// <summary>Where a leaf lies, as far as some of the splits above it tell: features' values are cut off from below or from above.</summary>
sealed class Region
{
    readonly List<(int Feature, int Cut, bool Below)> _cuts = [];

    /// <summary>Whether a feature's values are cut off from below, or from above.</summary>
    public bool IsCut(int feature, bool below)
    {
        foreach (var cut in _cuts)
            if (cut.Feature == feature && cut.Below == below) return true;
        return false;
    }

    /// <summary>Cuts off a feature's values.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="bin">The cut: the last bin that goes left.</param>
    /// <param name="below">Whether those up to the cut are cut off, else those above it.</param>
    public void Cut(int feature, int bin, bool below) => _cuts.Add((feature, bin, below));

    /// <summary>Whether a split's left and right sides have values of its feature that the region has too.</summary>
    public (bool Left, bool Right) Meets(in LinkedSplit split)
    {
        var (left, right) = (true, true);
        if (!split.IsNumeric) return (left, right);
        foreach (var (feature, bin, below) in _cuts)
        {
            if (feature != split.Feature) continue;
            if (below) left &= split.Cut > bin;
            else right &= split.Cut < bin;
        }
        return (left, right);
    }
}
