using System.Numerics;

namespace Rtemis.Learning.Random;

/// <summary>
/// R's way of drawing from a uniform generator: integers by rejection sampling (R 3.6 and later) and <c>sample()</c> on top of them.
/// Source: the R documentation of <c>Random</c> and <c>sample</c>.
/// </summary>
public abstract class RRandom
{
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

    /// <summary><paramref name="k"/> of the numbers 0 to <paramref name="n"/> - 1 in random order, each at most once.</summary>
    public int[] SampleWithoutReplacement(int n, int k)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, n);
        var picked = new int[k];
        // R draws a single number by the other path, which takes the same uniforms.
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

    /// <summary><paramref name="k"/> draws from the numbers 0 to <paramref name="n"/> - 1, each draw from all of them.</summary>
    public int[] SampleWithReplacement(int n, int k)
    {
        var picked = new int[k];
        for (var i = 0; i < k; i++) picked[i] = (int)NextIndex(n);
        return picked;
    }
}
