namespace Rtemis.Learning.Random;

/// <summary>
/// A small quick generator for draws of which there are very many. Source: M. E. O'Neill, "PCG: A family of simple fast space-efficient statistically
/// good algorithms for random number generation", 2014 (PCG-XSH-RR with 64 bits of state).
/// </summary>
/// <param name="seed">Where the sequence begins.</param>
struct Pcg32(ulong seed)
{
    const ulong Multiplier = 6364136223846793005;
    const ulong Increment = 1442695040888963407;

    ulong _state = (seed + Increment) * Multiplier + Increment;

    /// <summary>A whole number from 0 to <paramref name="n"/> - 1, each as likely as the others but for one part in 2^32 / n.</summary>
    public int NextIndex(int n) => (int)((ulong)Next() * (uint)n >> 32);

    uint Next()
    {
        var state = _state;
        _state = state * Multiplier + Increment;
        return uint.RotateRight((uint)((state >> 18 ^ state) >> 27), (int)(state >> 59));
    }
}
