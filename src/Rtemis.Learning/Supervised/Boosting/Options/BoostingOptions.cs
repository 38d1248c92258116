namespace Rtemis.Learning.Supervised.Boosting.Options;

/// <summary>All that the boosting of trees can be told.</summary>
sealed record BoostingOptions
{
    /// <summary>How trees make a model.</summary>
    public BoostingKind Kind { get; init; }

    /// <summary>The share of a tree's values that is added to the model.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>What is minimized.</summary>
    public ObjectiveOptions Objective { get; init; } = new();

    /// <summary>How values are put into bins.</summary>
    public BinningOptions Binning { get; init; } = new();

    /// <summary>How a tree grows.</summary>
    public GrowthOptions Growth { get; init; } = new();

    /// <summary>Which cases a tree sees.</summary>
    public SamplingOptions Sampling { get; init; } = new();

    /// <summary>Which trees a round leaves out.</summary>
    public DropOptions Drop { get; init; } = new();
}
