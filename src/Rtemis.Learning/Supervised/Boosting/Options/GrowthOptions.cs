namespace Rtemis.Learning.Supervised.Boosting.Options;

/// <summary>How a tree grows.</summary>
sealed record GrowthOptions
{
    /// <summary>The most leaves.</summary>
    public int NumLeaves { get; init; } = 31;

    /// <summary>The greatest depth of a leaf, the root's being 0; 0 or less for no bound.</summary>
    public int MaxDepth { get; init; } = -1;

    /// <summary>A leaf's value and gain.</summary>
    public LeafOptions Leaf { get; init; } = new();

    /// <summary>Splits of factors.</summary>
    public CategoryOptions Category { get; init; } = new();

    /// <summary>The share of features that a tree sees.</summary>
    public double FeatureFraction { get; init; } = 1;

    /// <summary>The share of those that a leaf sees.</summary>
    public double FeatureFractionByNode { get; init; } = 1;

    /// <summary>Seeds the draws of features.</summary>
    public int FeatureFractionSeed { get; init; } = 2;

    /// <summary>Whether only one cut of a feature, drawn at random, is tried in each leaf.</summary>
    public bool ExtraTrees { get; init; }

    /// <summary>Seeds the draws of cuts.</summary>
    public int ExtraSeed { get; init; } = 6;

    /// <summary>One a feature: 1 the prediction may only rise with it, -1 only fall, 0 free; empty for none.</summary>
    public IReadOnlyList<int> Monotone { get; init; } = [];

    /// <summary>Forbids splits on monotone features near the root, the more the larger.</summary>
    public double MonotonePenalty { get; init; }

    /// <summary>Sets of 0-based features that may meet on a path; empty for no bound.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Interactions { get; init; } = [];

    /// <summary>One a feature: what its gains are multiplied by; empty for 1.</summary>
    public IReadOnlyList<double> FeatureWeights { get; init; } = [];

    /// <summary>What splits and features cost.</summary>
    public CostOptions Cost { get; init; } = new();

    /// <summary>Mebibytes that histograms may take; 0 or less for no bound.</summary>
    public double HistogramPoolSize { get; init; } = -1;
}
