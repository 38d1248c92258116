namespace Rtemis.Learning.Numerics;

/// <summary>The gamma function.</summary>
static class GammaFunction
{
    // From here on the terms below give all digits.
    const double Large = 10;

    static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    // Bernoulli numbers: B(2k) / (2k (2k - 1)).
    static readonly double[] Terms = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400];

    /// <summary>The logarithm of its value at a number above 0, by Stirling's series. Source: NIST Digital Library of Mathematical Functions, 5.11.1.</summary>
    public static double Log(double x)
    {
        // Smaller numbers are moved up: the function grows by the factor x from x to x + 1.
        var passed = 1.0;
        for (; x < Large; x++) passed *= x;
        var (sum, power) = (0.0, 1 / x);
        foreach (var term in Terms)
        {
            sum += term * power;
            power /= x * x;
        }
        return (x - 0.5) * Math.Log(x) - x + HalfLogTwoPi + sum - Math.Log(passed);
    }
}
