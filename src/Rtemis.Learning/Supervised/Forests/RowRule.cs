namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Which rows go left at a split.</summary>
interface IRowRule
{
    /// <summary>Whether a row does.</summary>
    bool GoesLeft(int row);
}

/// <summary>Those of a rank that is at most another.</summary>
readonly struct RankRule(RankView ranks, int last) : IRowRule
{
    /// <inheritdoc/>
    public bool GoesLeft(int row) => ranks[row] <= last;
}

/// <summary>Those of a level that is not in a set.</summary>
readonly struct LevelRule(double[] levels, ulong right) : IRowRule
{
    /// <inheritdoc/>
    public bool GoesLeft(int row) => !NodeSplit.Holds(right, levels[row]);
}
