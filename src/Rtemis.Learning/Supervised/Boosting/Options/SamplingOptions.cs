namespace Rtemis.Learning.Supervised.Boosting.Options;

/// <summary>Which cases a tree sees.</summary>
sealed record SamplingOptions
{
    /// <summary>The share of cases in a bag.</summary>
    public double BaggingFraction { get; init; } = 1;

    /// <summary>A new bag is drawn every so many rounds; 0 for never.</summary>
    public int BaggingFrequency { get; init; }

    /// <summary>The share of positive cases in a bag.</summary>
    public double PositiveFraction { get; init; } = 1;

    /// <summary>The share of negative cases in a bag.</summary>
    public double NegativeFraction { get; init; } = 1;

    /// <summary>Seeds the draws of cases.</summary>
    public int Seed { get; init; } = 3;

    /// <summary>Whether cases are taken by the size of their gradients rather than at random.</summary>
    public bool ByGradient { get; init; }

    /// <summary>By gradient: the share of cases with the largest, all taken.</summary>
    public double TopRate { get; init; } = 0.2;

    /// <summary>By gradient: the share of other cases, drawn from the rest.</summary>
    public double OtherRate { get; init; } = 0.1;
}
