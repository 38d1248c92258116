namespace Rtemis.Learning.Numerics;

/// <summary>The gamma function.</summary>
static class GammaFunction
{
    const double Euler = 0.57721566490153286061;

    // From here on Stirling's series gives all digits.
    const double Large = 8;

    // Half the logarithm of 2 pi, less a half.
    const double Constant = 0.41893853320467274178;

    // Bernoulli numbers: B(2k) / (2k (2k - 1)).
    static readonly double[] Stirling = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400];

    // Coefficients of the series about 2: for the powers 2, 3, ... what Riemann's zeta function has above 1, with changing sign, over the power.
    static readonly double[] AboutTwo = [.. Enumerable.Range(2, 30).Select(k => (k % 2 == 0 ? 1 : -1) * ZetaAboveOne(k) / k)];

    /// <summary>
    /// The logarithm of its value at a number above 0, to about 1 part in 1e16. Source: NIST Digital Library of Mathematical Functions, 5.7.3 and 5.11.1.
    /// </summary>
    public static double Log(double x)
    {
        if (x >= Large) return (x - 0.5) * (Math.Log(x) - 1) + (Constant + Correction(x));
        // The function grows by the factor x from x to x + 1: numbers are brought to where the series converges fast.
        var (above, below) = (1.0, 1.0);
        for (; x >= 2.5; x--) above *= x - 1;
        for (; x < 1.5; x++) below *= x;
        var (near, sum) = (x - 2, 0.0);
        for (var k = AboutTwo.Length - 1; k >= 0; k--) sum = (sum + AboutTwo[k]) * near;
        return (sum + (1 - Euler)) * near + Math.Log(above) - Math.Log(below);
    }

    static double Correction(double x)
    {
        var (sum, power) = (0.0, 1 / x);
        foreach (var term in Stirling)
        {
            sum += term * power;
            power /= x * x;
        }
        return sum;
    }

    // The first terms of the sum of n^-k over n from 2 on; the rest is an integral and its first corrections.
    static double ZetaAboveOne(int k)
    {
        const int last = 20;
        var rest = Math.Pow(last, 1 - k) / (k - 1) + Math.Pow(last, -k) / 2 + k * Math.Pow(last, -k - 1) / 12
            - k * (k + 1.0) * (k + 2.0) * Math.Pow(last, -k - 3) / 720
            + k * (k + 1.0) * (k + 2.0) * (k + 3.0) * (k + 4.0) * Math.Pow(last, -k - 5) / 30240;
        for (var n = last - 1; n >= 2; n--) rest += Math.Pow(n, -k);
        return rest;
    }
}
