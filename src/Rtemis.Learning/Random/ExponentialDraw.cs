namespace Rtemis.Learning.Random;

/// <summary>
/// Exponential numbers from uniform ones without logarithms. Source: J. H. Ahrens and U. Dieter, "Computer methods for sampling from the exponential
/// and normal distributions", Communications of the ACM 15(10), 1972 (algorithm SA), which R's <c>rexp</c> follows.
/// </summary>
static class ExponentialDraw
{
    // The sums of the first terms of ln(2)^k / k!, which tend to 1.
    static readonly double[] Sums = Accumulate();

    public static double Next(RRandom random)
    {
        var whole = 0.0;
        var u = 2 * random.NextUniform();
        for (; u <= 1; u *= 2) whole += Sums[0];
        u -= 1;
        if (u <= Sums[0]) return whole + u;
        // The least of as many uniform numbers as there are sums below u, and two more.
        var least = Math.Min(random.NextUniform(), random.NextUniform());
        for (var i = 1; u > Sums[i]; i++) least = Math.Min(least, random.NextUniform());
        return whole + least * Sums[0];
    }

    static double[] Accumulate()
    {
        var sums = new double[16];
        var (term, sum) = (1.0, 0.0);
        for (var k = 0; k < sums.Length; k++)
        {
            term *= Math.Log(2) / (k + 1);
            sums[k] = sum += term;
        }
        // So that the walk ends.
        sums[^1] = 1;
        return sums;
    }
}
