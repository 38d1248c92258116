namespace Rtemis.Learning.Random;

/// <summary>
/// R's <c>L'Ecuyer-CMRG</c> generator with R's seeding. Source: P. L'Ecuyer, "Good parameters and implementations for combined multiple
/// recursive random number generators", Operations Research 47(1), 1999 (MRG32k3a), and the R documentation of <c>RNGkind</c>.
/// </summary>
public sealed class LEcuyerCmrg : RRandom
{
    const long M1 = 4294967087;
    const long M2 = 4294944443;

    long _a0, _a1, _a2, _b0, _b1, _b2;

    /// <summary>The state after R's <c>set.seed(seed)</c>.</summary>
    public LEcuyerCmrg(uint seed)
    {
        var words = new RSeed(seed);
        _a0 = Next();
        _a1 = Next();
        _a2 = Next();
        _b0 = Next();
        _b1 = Next();
        _b2 = Next();

        long Next()
        {
            uint word;
            do word = words.Next();
            while (word >= M2);
            return word;
        }
    }

    LEcuyerCmrg(ReadOnlySpan<long> a, ReadOnlySpan<long> b) => (_a0, _a1, _a2, _b0, _b1, _b2) = (a[0], a[1], a[2], b[0], b[1], b[2]);

    /// <summary>The six words of the state, as R shows them after the kind in <c>.Random.seed</c>.</summary>
    public int[] State => [(int)(uint)_a0, (int)(uint)_a1, (int)(uint)_a2, (int)(uint)_b0, (int)(uint)_b1, (int)(uint)_b2];

    /// <inheritdoc/>
    public override double NextUniform()
    {
        var p1 = (1403580 * _a1 - 810728 * _a0) % M1;
        if (p1 < 0) p1 += M1;
        (_a0, _a1, _a2) = (_a1, _a2, p1);
        var p2 = (527612 * _b2 - 1370589 * _b0) % M2;
        if (p2 < 0) p2 += M2;
        (_b0, _b1, _b2) = (_b1, _b2, p2);
        return (p1 > p2 ? p1 - p2 : p1 - p2 + M1) * 2.328306549295727688e-10;
    }

    /// <summary>The start of the next of the streams that lie 2^127 numbers apart (R's <c>nextRNGStream</c>), from this generator's state.</summary>
    public LEcuyerCmrg NextStream() => new(Jump(JumpA, [_a0, _a1, _a2], M1), Jump(JumpB, [_b0, _b1, _b2], M2));

    /// <summary>The starts of streams that lie 2^127 numbers apart, from R's <c>set.seed(seed)</c> on.</summary>
    public static LEcuyerCmrg[] Streams(uint seed, int count)
    {
        var streams = new LEcuyerCmrg[count];
        for (var i = 0; i < count; i++) streams[i] = i == 0 ? new LEcuyerCmrg(seed) : streams[i - 1].NextStream();
        return streams;
    }

    /// <summary>A generator that will draw the same numbers, independent of this one.</summary>
    public LEcuyerCmrg Copy() => new([_a0, _a1, _a2], [_b0, _b1, _b2]);

    static long[] Jump(ReadOnlySpan<long> matrix, ReadOnlySpan<long> state, long modulus)
    {
        var next = new long[3];
        for (var i = 0; i < 3; i++)
        {
            // Each product is below 2^64, so it is reduced before the next is added.
            var sum = 0UL;
            for (var j = 0; j < 3; j++) sum = (sum + (ulong)matrix[3 * i + j] * (ulong)state[j] % (ulong)modulus) % (ulong)modulus;
            next[i] = (long)sum;
        }
        return next;
    }

    static ReadOnlySpan<long> JumpA =>
        [2427906178, 3580155704, 949770784, 226153695, 1230515664, 3580155704, 1988835001, 986791581, 1230515664];

    static ReadOnlySpan<long> JumpB =>
        [1464411153, 277697599, 1610723613, 32183930, 1464411153, 1022607788, 2824425944, 32183930, 2093834863];
}
