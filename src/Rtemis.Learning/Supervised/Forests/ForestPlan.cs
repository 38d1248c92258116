namespace Rtemis.Learning.Supervised.Forests;

/// <summary>What a forest is grown from and how.</summary>
sealed record ForestPlan
{
    /// <summary>The features; behind them those whose rows were put in another order, where importance is corrected.</summary>
    public required IReadOnlyList<ForestFeature> Features { get; init; }

    /// <summary>What is predicted.</summary>
    public required ForestOutcome Outcome { get; init; }

    /// <summary>How trees are grown.</summary>
    public required ForestOptions Options { get; init; }

    /// <summary>Draws the samples.</summary>
    public required SampleDraw Samples { get; init; }

    /// <summary>Makes what draws features, for a thread.</summary>
    public required Func<CandidateDraw> NewCandidates { get; init; }

    /// <summary>Makes what looks for splits, for a thread.</summary>
    public required Func<NodeResponse, SplitSearch> NewSearch { get; init; }

    /// <summary>What new features cost.</summary>
    public required SplitPenalty Penalty { get; init; }

    /// <summary>How the importance of features is measured.</summary>
    public ForestImportance Importance { get; init; }

    /// <summary>Whether the importance for each row is kept, where values are shuffled.</summary>
    public bool KeepsLocalImportance { get; init; }

    /// <summary>Whether trees are judged by the rows outside their samples.</summary>
    public bool IsJudged { get; init; } = true;

    /// <summary>Whether it is kept how often each row is in each sample.</summary>
    public bool KeepsSamples { get; init; }

    /// <summary>The number of features, without those in another order.</summary>
    public int FeatureCount => Features.Count(f => !f.IsReordered);

    /// <summary>Whether values are shuffled.</summary>
    public bool Shuffles => Importance is ForestImportance.Permutation or ForestImportance.ScaledPermutation;
}
