namespace Rtemis.Learning.Supervised.Cart;

/// <summary>Where a rule sends a case.</summary>
enum Side : sbyte
{
    Left = -1,
    Unknown = 0,
    Right = 1,
}

/// <summary>A rule on one variable: a threshold for numbers, a side for each level of a factor.</summary>
sealed class SplitRule
{
    readonly double _threshold;
    readonly Side _low;
    readonly Side[]? _levelSides;

    public SplitRule(int variable, double threshold, Side low)
    {
        Variable = variable;
        _threshold = threshold;
        _low = low;
    }

    public SplitRule(int variable, Side[] levelSides)
    {
        Variable = variable;
        _levelSides = levelSides;
    }

    public int Variable { get; }

    /// <summary>The side of a value; unknown where it is missing or of a level that the rule was not learned on.</summary>
    public Side SideOf(double value)
    {
        if (double.IsNaN(value)) return Side.Unknown;
        if (_levelSides is not null) return _levelSides[(int)value];
        return value < _threshold ? _low : Opposite(_low);
    }

    public static Side Opposite(Side side) => (Side)(-(sbyte)side);
}

/// <summary>The best split on one variable, and what it gains in the criterion's own unit.</summary>
sealed record SplitCandidate(SplitRule Rule, double Improvement);

/// <summary>
/// A rule that imitates another one; <see cref="Adjusted"/> is its gain over sending all to the majority, 1 for a perfect copy.
/// </summary>
sealed record Surrogate(SplitRule Rule, double Agreement, double Adjusted);
