namespace Rtemis.Learning.Supervised.Boosting.Options;

/// <summary>What is minimized.</summary>
sealed record ObjectiveOptions
{
    /// <summary>LightGBM's name; null for what the outcome suggests.</summary>
    public string? Name { get; init; }

    /// <summary>The quantile, or where Huber's loss becomes linear.</summary>
    public double Alpha { get; init; } = 0.9;

    /// <summary>The power of the mean that Tweedie's variance is.</summary>
    public double TweedieVariancePower { get; init; } = 1.5;

    /// <summary>The scale of the Fair loss.</summary>
    public double FairC { get; init; } = 1;

    /// <summary>Enlarges the second derivative of the Poisson loss by its exponential.</summary>
    public double PoissonMaxDeltaStep { get; init; } = 0.7;

    /// <summary>The slope of the logistic function.</summary>
    public double Sigmoid { get; init; } = 1;

    /// <summary>Whether boosting starts from the best constant.</summary>
    public bool BoostFromAverage { get; init; } = true;

    /// <summary>Whether the square root of the outcome is learned.</summary>
    public bool SquareRoot { get; init; }
}
