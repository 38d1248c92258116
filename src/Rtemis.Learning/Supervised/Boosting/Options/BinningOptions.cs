namespace Rtemis.Learning.Supervised.Boosting.Options;

/// <summary>How values are put into bins.</summary>
sealed record BinningOptions
{
    /// <summary>The most bins of a feature.</summary>
    public int MaxBin { get; init; } = 255;

    /// <summary>The fewest cases of a bin.</summary>
    public int MinDataInBin { get; init; } = 3;

    /// <summary>Whether missing values are told from zero.</summary>
    public bool UseMissing { get; init; } = true;

    /// <summary>Whether zeros are missing values.</summary>
    public bool ZeroAsMissing { get; init; }
}
