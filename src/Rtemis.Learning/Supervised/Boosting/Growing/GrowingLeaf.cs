namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>A leaf of a tree that is growing.</summary>
sealed class GrowingLeaf
{
    /// <summary>Its number in the tree.</summary>
    public int Number { get; init; }

    /// <summary>Where its cases begin.</summary>
    public int Begin { get; set; }

    /// <summary>The number of its cases.</summary>
    public int Count { get; set; }

    /// <summary>The sum of first derivatives.</summary>
    public double Gradient { get; set; }

    /// <summary>The sum of second derivatives.</summary>
    public double Hessian { get; set; }

    /// <summary>Its value.</summary>
    public double Output { get; set; }

    /// <summary>The number of splits above it.</summary>
    public int Depth { get; set; }

    /// <summary>The least value that it may have.</summary>
    public double Low { get; set; } = double.NegativeInfinity;

    /// <summary>The largest value that it may have.</summary>
    public double High { get; set; } = double.PositiveInfinity;

    /// <summary>The features of the splits above it, where somebody asks.</summary>
    public IReadOnlyList<int> Path { get; set; } = [];

    /// <summary>Its sums, or null where they aren't kept.</summary>
    public Histogram? Histogram { get; set; }

    /// <summary>Its best split.</summary>
    public SplitCandidate Best { get; set; } = SplitCandidate.None;

    /// <summary>What searches are told of it.</summary>
    /// <param name="parentOutput">The value that smoothing draws to.</param>
    public LeafSums Sums(double parentOutput) => new(Gradient, Hessian + 2 * LeafSums.Epsilon, Count, parentOutput, Low, High);
}
