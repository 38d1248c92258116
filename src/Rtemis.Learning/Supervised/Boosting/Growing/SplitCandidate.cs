namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>The best split of a leaf on a feature, or over all features.</summary>
record struct SplitCandidate()
{
    /// <summary>No split.</summary>
    public static readonly SplitCandidate None = new();

    /// <summary>The feature's place in the data; -1 for none.</summary>
    public int Feature { get; set; } = -1;

    /// <summary>How much the loss falls beyond what is asked for; negative infinity for no split.</summary>
    public double Gain { get; set; } = double.NegativeInfinity;

    /// <summary>The last bin that goes left.</summary>
    public int Threshold { get; set; }

    /// <summary>Whether missing values go left.</summary>
    public bool DefaultLeft { get; set; } = true;

    /// <summary>For a factor the bins that go left, else null.</summary>
    public int[]? Categories { get; set; }

    /// <summary>The sums and value of the left leaf.</summary>
    public SideOfSplit Left { get; set; }

    /// <summary>The sums and value of the right leaf.</summary>
    public SideOfSplit Right { get; set; }

    /// <summary>The direction that the feature is bound to, 0 for none.</summary>
    public int Monotone { get; set; }

    /// <summary>Whether this one is better than another; of equals the feature that comes first is.</summary>
    public readonly bool IsBetterThan(in SplitCandidate other) =>
        Gain != other.Gain ? Gain > other.Gain : (uint)Feature < (uint)other.Feature;
}
