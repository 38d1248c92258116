namespace Rtemis.Learning.Supervised.Boosting.Options;

/// <summary>How factors are split.</summary>
sealed record CategoryOptions
{
    /// <summary>The most levels on the smaller side of a split.</summary>
    public int MaxThreshold { get; init; } = 32;

    /// <summary>The fewest cases between two splits that are tried.</summary>
    public int MinDataPerGroup { get; init; } = 100;

    /// <summary>The L2 penalty that is added for splits into groups of levels.</summary>
    public double L2 { get; init; } = 10;

    /// <summary>Draws the order of small levels together; levels with fewer cases are left out.</summary>
    public double Smooth { get; init; } = 10;

    /// <summary>Features with at most this many bins are split one level against the rest.</summary>
    public int MaxOneHot { get; init; } = 4;
}
