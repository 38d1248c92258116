namespace Rtemis.Data.Arrow;

/// <summary>
/// What a stream may make us hold or scan, in bytes. Each column is charged its cells at full width (one bit for logical ones and for
/// those of type null), its text, what is inflated for it and its bookkeeping, before the memory for it is taken. So neither a claim
/// of 2^40 rows of nothing, nor a thousand columns over the same bytes, nor a compression bomb gets more than the limit.
/// </summary>
sealed class ReadBudget(long limit)
{
    /// <summary>What an input may grow to per byte, and on top of that: wide enough for honest compression, narrow enough for a server.</summary>
    const long Factor = 64, Allowance = 16 << 20;

    /// <summary>What a string costs besides its characters: object header, list and hash entries.</summary>
    public const int TextOverhead = 64;

    readonly long _limit = limit;
    long _left = limit;

    public static long DefaultLimit(int inputLength) => Allowance + Factor * inputLength;

    /// <summary>Takes <paramref name="bytes"/>, at least 0.</summary>
    public void Charge(long bytes)
    {
        if (bytes > _left)
            Throw.Format($"The stream would need more than {_limit} bytes of memory, the limit for an input of its size.");
        _left -= bytes;
    }

    /// <summary>Takes one bit for each of <paramref name="rows"/> cells.</summary>
    public void ChargeBits(long rows) => Charge((rows + 7) / 8);
}
