using MemoryPack;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>Where a rule sends a case.</summary>
enum Side : sbyte
{
    Left = -1,
    Unknown = 0,
    Right = 1,
}

/// <summary>A rule on one variable: a threshold for numbers, a side for each level of a factor.</summary>
[MemoryPackable]
sealed partial class SplitRule
{
    public SplitRule(int variable, double threshold, Side low) : this(variable, threshold, low, null)
    {
    }

    public SplitRule(int variable, Side[] levelSides) : this(variable, 0, Side.Unknown, levelSides)
    {
    }

    [MemoryPackConstructor]
    SplitRule(int variable, double threshold, Side low, Side[]? levelSides) =>
        (Variable, Threshold, Low, LevelSides) = (variable, threshold, low, levelSides);

    public int Variable { get; }

    /// <summary>Where numbers part.</summary>
    public double Threshold { get; }

    /// <summary>The side of the numbers below.</summary>
    public Side Low { get; }

    /// <summary>The side of each level of a factor; null for numbers.</summary>
    public Side[]? LevelSides { get; }

    /// <summary>The side of a value; unknown where it is missing or of a level that the rule was not learned on.</summary>
    public Side SideOf(double value)
    {
        if (double.IsNaN(value)) return Side.Unknown;
        if (LevelSides is not null) return LevelSides[(int)value];
        return value < Threshold ? Low : Opposite(Low);
    }

    public static Side Opposite(Side side) => (Side)(-(sbyte)side);
}

/// <summary>The best split on one variable, and what it gains in the criterion's own unit.</summary>
sealed record SplitCandidate(SplitRule Rule, double Improvement);

/// <summary>
/// A rule that imitates another one; <see cref="Adjusted"/> is its gain over sending all to the majority, 1 for a perfect copy.
/// </summary>
sealed record Surrogate(SplitRule Rule, double Agreement, double Adjusted);
