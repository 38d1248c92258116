namespace Rtemis.Learning.Supervised.Forests;

/// <summary>How a node is split.</summary>
/// <param name="Score">How good it is: more is better.</param>
/// <param name="Feature">The feature's position.</param>
/// <param name="Cut">The largest number on the left; of an unordered feature the set of levels on the right, a bit each, the first level the lowest.</param>
/// <param name="LastRank">The largest rank on the left; -1 for an unordered feature.</param>
readonly record struct NodeSplit(double Score, int Feature, double Cut, int LastRank)
{
    /// <summary>The most levels whose sets a number holds exactly.</summary>
    public const int MostLevels = 53;

    /// <summary>No split yet: any of a better score takes its place.</summary>
    public static NodeSplit None(double least) => new(least, -1, 0, 0);

    /// <summary>Whether there is a split.</summary>
    public bool Exists => Feature >= 0;

    /// <summary>Whether a level is in a set.</summary>
    /// <param name="levels">The set.</param>
    /// <param name="level">The level's number, from 1 on.</param>
    public static bool Holds(ulong levels, double level) => ((levels >> ((int)level - 1)) & 1) != 0;
}
