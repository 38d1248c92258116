namespace Rtemis.Learning.Random;

/// <summary>
/// R's default generator, with R's seeding: what a plain R session draws from. rtemis's server draws from <see cref="LEcuyerCmrg"/>. Source: M.
/// Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudorandom number generator", ACM Transactions on
/// Modeling and Computer Simulation 8(1), 1998 (MT19937), and the R documentation of <c>RNGkind</c>.
/// </summary>
public sealed class MersenneTwister : RRandom
{
    const int Size = 624;
    const int Middle = 397;
    const double Least = 2.328306437080797e-10;

    readonly uint[] _state = new uint[Size];
    int _next = Size;

    /// <summary>The state after R's <c>set.seed(seed)</c>.</summary>
    public MersenneTwister(uint seed)
    {
        var words = new RSeed(seed);
        // The first is for R's position in the state, which starts at its end.
        words.Next();
        for (var i = 0; i < Size; i++) _state[i] = words.Next();
    }

    /// <inheritdoc/>
    public override double NextUniform()
    {
        // R keeps off both ends.
        var value = NextWord() * 2.3283064365386963e-10;
        if (value <= 0) return 0.5 * Least;
        return 1 - value <= 0 ? 1 - 0.5 * Least : value;
    }

    uint NextWord()
    {
        if (_next == Size) Regenerate();
        var word = _state[_next++];
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c5680;
        word ^= (word << 15) & 0xefc60000;
        return word ^ (word >> 18);
    }

    void Regenerate()
    {
        for (var i = 0; i < Size; i++)
        {
            var joined = (_state[i] & 0x80000000) | (_state[(i + 1) % Size] & 0x7fffffff);
            _state[i] = _state[(i + Middle) % Size] ^ (joined >> 1) ^ ((joined & 1) == 0 ? 0 : 0x9908b0df);
        }
        _next = 0;
    }
}
