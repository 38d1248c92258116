namespace Rtemis.Learning.Supervised.Boosting.Options;

/// <summary>What a leaf's value and gain are made of, and what a leaf must have.</summary>
sealed record LeafOptions
{
    /// <summary>The fewest cases of a leaf.</summary>
    public int MinDataInLeaf { get; init; } = 20;

    /// <summary>The least sum of second derivatives in a leaf.</summary>
    public double MinSumHessian { get; init; } = 1e-3;

    /// <summary>The L1 penalty.</summary>
    public double Lambda1 { get; init; }

    /// <summary>The L2 penalty.</summary>
    public double Lambda2 { get; init; }

    /// <summary>What a split must gain at least.</summary>
    public double MinGainToSplit { get; init; }

    /// <summary>The largest absolute value of a leaf; 0 or less for no bound.</summary>
    public double MaxDeltaStep { get; init; }

    /// <summary>How strongly a leaf is drawn to its parent's value, in cases; 0 for not at all.</summary>
    public double PathSmooth { get; init; }
}
