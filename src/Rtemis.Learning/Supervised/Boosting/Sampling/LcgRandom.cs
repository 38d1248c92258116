namespace Rtemis.Learning.Supervised.Boosting.Sampling;

/// <summary>
/// The linear congruential generator that LightGBM draws from (multiplier 214013, increment 2531011, modulus 2^32), so that the same seeds give the same
/// bags, features and cuts.
/// </summary>
/// <param name="seed">The first state.</param>
sealed class LcgRandom(int seed)
{
    uint _state = (uint)seed;

    /// <summary>A number from 0 to below 1, one of 32,768.</summary>
    public float NextFloat() => ((Step() >> 16) & 0x7FFF) / 32768f;

    /// <summary>A whole number from <paramref name="low"/> to below <paramref name="high"/>, from the generator's better bits.</summary>
    public int NextShort(int low, int high) => (int)(((Step() >> 16) & 0x7FFF) % (uint)(high - low)) + low;

    /// <summary>A whole number from <paramref name="low"/> to below <paramref name="high"/>.</summary>
    public int NextInt(int low, int high) => (int)((Step() & 0x7FFFFFFF) % (uint)(high - low)) + low;

    /// <summary><paramref name="count"/> different numbers of 0 to below <paramref name="of"/>, ascending; none where there are not that many.</summary>
    public int[] Sample(int of, int count)
    {
        if (count > of || count <= 0) return [];
        if (count == of) return [.. Enumerable.Range(0, of)];
        return count > 1 && count > of / Math.Log2(count) ? Sweep(of, count) : Pick(of, count);
    }

    // Each number in turn, taken with the probability that leaves enough of the rest.
    int[] Sweep(int of, int count)
    {
        var taken = new List<int>(count);
        for (var i = 0; i < of; i++)
            if (NextFloat() < (count - taken.Count) / (double)(of - i)) taken.Add(i);
        return [.. taken];
    }

    // R. W. Floyd's way: one draw for each that is taken.
    int[] Pick(int of, int count)
    {
        var taken = new SortedSet<int>();
        for (var r = of - count; r < of; r++)
            if (!taken.Add(NextInt(0, r + 1))) taken.Add(r);
        return [.. taken];
    }

    uint Step() => _state = unchecked(214013 * _state + 2531011);
}
