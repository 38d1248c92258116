namespace Rtemis.Learning.Supervised.Boosting.Options;

/// <summary>Which trees are left out of a round, for boosting with drop-out.</summary>
sealed record DropOptions
{
    /// <summary>The share of trees that is dropped.</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>The most rounds that are dropped; 0 or less for no bound.</summary>
    public int Max { get; init; } = 50;

    /// <summary>The probability that a round drops none.</summary>
    public double Skip { get; init; } = 0.5;

    /// <summary>Whether all trees are as likely to be dropped, whatever they weigh.</summary>
    public bool Uniform { get; init; }

    /// <summary>Whether weights are those of XGBoost's drop-out.</summary>
    public bool XgBoostMode { get; init; }

    /// <summary>Seeds the draws.</summary>
    public int Seed { get; init; } = 4;
}
