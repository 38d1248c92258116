using System.Numerics;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Random;

/// <summary>
/// R's way of drawing from a uniform generator: integers by rejection sampling (R 3.6 and later), <c>sample()</c> on top of them, and numbers of other
/// distributions. The same seed gives R's numbers. Source: the R documentation of <c>Random</c> and <c>sample</c>.
/// </summary>
public abstract class RRandom
{
    // Above this many numbers R does not lay them all out to draw a few.
    const int MostLaidOut = 10_000_000;

    private protected RRandom()
    {
    }

    /// <summary>The next uniform number, above 0 and below 1.</summary>
    public abstract double NextUniform();

    /// <summary>Passes over uniform numbers.</summary>
    public void Skip(int count)
    {
        for (var i = 0; i < count; i++) NextUniform();
    }

    /// <summary>A whole number from 0 to <paramref name="n"/> - 1, each equally likely.</summary>
    public long NextIndex(long n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var bits = n == 1 ? 0 : 64 - BitOperations.LeadingZeroCount((ulong)(n - 1));
        while (true)
        {
            var value = 0L;
            for (var k = 0; k <= bits; k += 16) value = (value << 16) + (long)Math.Floor(NextUniform() * 65536);
            value &= (1L << bits) - 1;
            if (value < n) return value;
        }
    }

    /// <summary>A standard normal number, as <c>rnorm</c> has it: by inversion, from two uniform numbers, of which the first gives 27 bits.</summary>
    public double NextNormal()
    {
        const double steps = 1 << 27;
        var coarse = Math.Floor(steps * NextUniform());
        return NormalDistribution.Quantile((coarse + NextUniform()) / steps);
    }

    /// <summary>A number of the exponential distribution of rate 1, as <c>rexp</c> has it.</summary>
    public double NextExponential() => ExponentialDraw.Next(this);

    /// <summary>A number of the gamma distribution of a shape above 0 and scale 1, as <c>rgamma</c> has it.</summary>
    public double NextGamma(double shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        return shape < 1 ? SmallGammaDraw.Next(shape, this) : new GammaDraw(shape).Next(this);
    }

    /// <summary>A number of the chi-squared distribution of some degrees of freedom, above 0, as <c>rchisq</c> has it.</summary>
    public double NextChiSquared(double degrees) => 2 * NextGamma(degrees / 2);

    /// <summary><paramref name="k"/> of the numbers 0 to <paramref name="n"/> - 1 in random order, each at most once.</summary>
    public int[] SampleWithoutReplacement(int n, int k)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, n);
        if (k < 2) return SampleWithReplacement(n, k);
        return n > MostLaidOut && k <= n / 2 ? SampleDistinct(n, k) : SampleFromPool(n, k);
    }

    /// <summary><paramref name="k"/> draws from the numbers 0 to <paramref name="n"/> - 1, each draw from all of them.</summary>
    public int[] SampleWithReplacement(int n, int k)
    {
        var picked = new int[k];
        for (var i = 0; i < k; i++) picked[i] = (int)NextIndex(n);
        return picked;
    }

    /// <summary>
    /// <paramref name="k"/> of the positions in <paramref name="weights"/>, each at most once: each draw takes one of those left, in proportion to the
    /// weights.
    /// </summary>
    /// <param name="weights">Numbers of 0 or more, of which at least <paramref name="k"/> are above 0; their sum doesn't matter.</param>
    /// <param name="k">How many to draw.</param>
    /// <exception cref="ArgumentException">The weights don't allow it.</exception>
    public int[] SampleWithoutReplacement(ReadOnlySpan<double> weights, int k) => WeightedSample.WithoutReplacement(weights, k, this);

    /// <summary><paramref name="k"/> of the positions in <paramref name="weights"/>, each draw from all of them, in proportion to the weights.</summary>
    /// <param name="weights">Numbers of 0 or more, not all 0; their sum doesn't matter.</param>
    /// <param name="k">How many to draw.</param>
    /// <exception cref="ArgumentException">The weights don't allow it.</exception>
    public int[] SampleWithReplacement(ReadOnlySpan<double> weights, int k) => WeightedSample.WithReplacement(weights, k, this);

    int[] SampleFromPool(int n, int k)
    {
        var picked = new int[k];
        var pool = new int[n];
        for (var i = 0; i < n; i++) pool[i] = i;
        var left = n;
        for (var i = 0; i < k; i++)
        {
            var j = (int)NextIndex(left);
            picked[i] = pool[j];
            pool[j] = pool[--left];
        }
        return picked;
    }

    int[] SampleDistinct(int n, int k)
    {
        var picked = new int[k];
        var seen = new HashSet<int>(k);
        for (var i = 0; i < k; i++)
        {
            do picked[i] = (int)NextIndex(n);
            while (!seen.Add(picked[i]));
        }
        return picked;
    }
}
