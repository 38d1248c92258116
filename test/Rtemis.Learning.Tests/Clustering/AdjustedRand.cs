namespace Rtemis.Learning.Tests.Clustering;

/// <summary>
/// Agreement of two partitions, 1 when they are the same and about 0 by chance. Source: L. Hubert and P. Arabie, Journal of Classification
/// 2, 1985.
/// </summary>
static class AdjustedRand
{
    public static double Of(int[] a, int[] b)
    {
        var together = a.Zip(b).GroupBy(p => p).Sum(Pairs);
        var (first, second) = (a.GroupBy(l => l).Sum(Pairs), b.GroupBy(l => l).Sum(Pairs));
        var expected = first * second / (a.Length * (a.Length - 1.0) / 2);
        return (together - expected) / ((first + second) / 2 - expected);
    }

    static double Pairs<T>(IEnumerable<T> group) => group.Count() * (group.Count() - 1.0) / 2;
}
