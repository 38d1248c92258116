namespace Rtemis.Learning.Supervised.Cart;

/// <summary>Factor levels in the order of a score, and the two groups that a cut in that order makes.</summary>
static class LevelCuts
{
    /// <summary>The levels that occur, by ascending score; equal ones in level order.</summary>
    public static int[] Ascending(int[] counts, Func<int, double> score) =>
        [.. Enumerable.Range(0, counts.Length).Where(level => counts[level] > 0).OrderBy(score)];

    /// <summary>
    /// A side for each level: those up to the cut go to <paramref name="low"/>, those after it to the other, absent ones nowhere.
    /// </summary>
    public static Side[] Sides(int levels, int[] order, int cut, Side low)
    {
        var sides = new Side[levels];
        for (var i = 0; i < order.Length; i++) sides[order[i]] = i <= cut ? low : SplitRule.Opposite(low);
        return sides;
    }
}
