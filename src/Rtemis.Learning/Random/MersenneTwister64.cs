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

    readonly ulong[] _state;
    int _next = Size;

    /// <summary>The state after seeding.</summary>
    public MersenneTwister64(ulong seed)
    {
        _state = new ulong[Size];
        _state[0] = seed;
        for (var i = 1; i < Size; i++) _state[i] = unchecked(6364136223846793005 * (_state[i - 1] ^ (_state[i - 1] >> 62)) + (ulong)i);
    }

    MersenneTwister64(MersenneTwister64 other) => (_state, _next) = ([.. other._state], other._next);

    /// <summary>Another generator that goes on with the same numbers.</summary>
    public MersenneTwister64 Copy() => new(this);

    /// <summary>A whole number from 0 to <paramref name="n"/> - 1, each equally likely.</summary>
    public int NextIndex(int n) => (int)NextIndex((ulong)n);

    /// <summary>A whole number from 0 to <paramref name="range"/> - 1, each equally likely.</summary>
    /// <remarks>Source: D. Lemire, "Fast random integer generation in an interval", ACM Transactions on Modeling and Computer Simulation 29(1), 2019.</remarks>
    public ulong NextIndex(ulong range)
    {
        var high = Math.BigMul(NextWord(), range, out var low);
        if (low < range)
        {
            var least = unchecked(0 - range) % range;
            while (low < least) high = Math.BigMul(NextWord(), range, out low);
        }
        return high;
    }

    /// <summary>A number of 0 or more and below 1.</summary>
    public double NextReal()
    {
        var value = NextWord() * (1.0 / 18446744073709551616.0);
        return value < 1 ? value : Math.BitDecrement(1.0);
    }

    /// <summary>
    /// Brings items into random order, as the C++ library of GCC does: two places are drawn at a time, the very first alone where the number of items is
    /// even.
    /// </summary>
    public void Shuffle(Span<int> items)
    {
        var i = 1;
        if (items.Length > 0 && items.Length % 2 == 0) Swap(items, i++, NextIndex(2));
        for (; i < items.Length; i += 2)
        {
            var places = (ulong)i + 1;
            var drawn = NextIndex(places * (places + 1));
            Swap(items, i, (int)(drawn / (places + 1)));
            Swap(items, i + 1, (int)(drawn % (places + 1)));
        }
    }

    static void Swap(Span<int> items, int i, int j) => (items[i], items[j]) = (items[j], items[i]);

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
