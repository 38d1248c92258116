namespace Rtemis.Learning.Random;

/// <summary>
/// The 64-bit Mersenne Twister, from which random forests are drawn as ranger draws them. Source: T. Nishimura, "Tables of 64-bit Mersenne twisters",
/// ACM Transactions on Modeling and Computer Simulation 10(4), 2000 (MT19937-64).
/// </summary>
sealed class MersenneTwister64
{
    const int Size = 312;
    const int Middle = 156;
    const ulong Upper = 0xffffffff80000000;
    const ulong Twist = 0xb5026f5aa96619e9;

    readonly ulong[] _state = new ulong[Size];
    int _next = Size;

    /// <summary>The state after seeding.</summary>
    public MersenneTwister64(ulong seed)
    {
        _state[0] = seed;
        for (var i = 1; i < Size; i++) _state[i] = unchecked(6364136223846793005 * (_state[i - 1] ^ (_state[i - 1] >> 62)) + (ulong)i);
    }

    /// <summary>A whole number from 0 to <paramref name="n"/> - 1, each equally likely.</summary>
    /// <remarks>Source: D. Lemire, "Fast random integer generation in an interval", ACM Transactions on Modeling and Computer Simulation 29(1), 2019.</remarks>
    public int NextIndex(int n)
    {
        var range = (ulong)n;
        var high = Math.BigMul(NextWord(), range, out var low);
        if (low < range)
        {
            var least = unchecked(0 - range) % range;
            while (low < least) high = Math.BigMul(NextWord(), range, out low);
        }
        return (int)high;
    }

    /// <summary>A number of 0 or more and below 1.</summary>
    public double NextReal()
    {
        var value = NextWord() * (1.0 / 18446744073709551616.0);
        return value < 1 ? value : Math.BitDecrement(1.0);
    }

    ulong NextWord()
    {
        if (_next == Size) Regenerate();
        var word = _state[_next++];
        word ^= (word >> 29) & 0x5555555555555555;
        word ^= (word << 17) & 0x71d67fffeda60000;
        word ^= (word << 37) & 0xfff7eee000000000;
        return word ^ (word >> 43);
    }

    void Regenerate()
    {
        for (var i = 0; i < Size; i++)
        {
            var joined = (_state[i] & Upper) | (_state[(i + 1) % Size] & ~Upper);
            _state[i] = _state[(i + Middle) % Size] ^ (joined >> 1) ^ ((joined & 1) == 0 ? 0 : Twist);
        }
        _next = 0;
    }
}
