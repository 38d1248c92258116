using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>
/// How likely a maximally selected rank statistic is by chance. Sources: B. Lausen and M. Schumacher, "Maximally selected rank statistics", Biometrics
/// 48, 1992; B. Lausen, W. Sauerbrei and M. Schumacher, "Classification and regression trees (CART) used for the exploration of prognostic factors
/// measured on different scales", in "Computational Statistics", 1994.
/// </summary>
static class RankStatistic
{
    /// <summary>The smaller one of two bounds of the probability.</summary>
    /// <param name="statistic">The statistic.</param>
    /// <param name="share">The least share of cases on each side.</param>
    /// <param name="ends">The number of cases up to each of the feature's numbers, ascending; the last is that of all.</param>
    public static double Chance(double statistic, double share, ReadOnlySpan<int> ends) =>
        Math.Min(Continuous(statistic, share), Stepwise(statistic, ends));

    /// <summary>
    /// Probabilities that allow for being the smallest of several. Source: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal of
    /// the Royal Statistical Society B 57, 1995.
    /// </summary>
    public static double[] Adjust(double[] chances)
    {
        int[] order = [.. Enumerable.Range(0, chances.Length).OrderByDescending(i => chances[i])];
        var adjusted = new double[chances.Length];
        var last = double.PositiveInfinity;
        for (var i = 0; i < order.Length; i++)
        {
            // The largest stays as it is.
            var own = i == 0 ? chances[order[i]] : (double)chances.Length / (chances.Length - i) * chances[order[i]];
            adjusted[order[i]] = last = Math.Min(last, own);
        }
        return adjusted;
    }

    static double Continuous(double statistic, double share)
    {
        if (statistic < 1) return 1;
        var density = NormalDistribution.Density(statistic);
        var most = 1 - share;
        var odds = Math.Log(most * (1 - share) / ((1 - most) * share));
        var chance = 4 * density / statistic + density * (statistic - 1 / statistic) * odds;
        return chance > 0 ? chance : 0;
    }

    static double Stepwise(double statistic, ReadOnlySpan<int> ends)
    {
        double cases = ends[^1];
        var square = statistic * statistic;
        var sum = 0.0;
        for (var i = 0; i < ends.Length - 1; i++)
        {
            var step = Math.Sqrt(1 - ends[i] * (cases - ends[i + 1]) / ((cases - ends[i]) * ends[i + 1]));
            sum += 1 / Math.PI * Math.Exp(-square / 2) * (step - (square / 4 - 1) * (step * step * step) / 6);
        }
        return 2 * (1 - NormalDistribution.Cumulative(statistic)) + sum;
    }
}
