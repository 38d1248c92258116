namespace Rtemis.Data.RData;

/// <summary>What a stream may make us hold, in bytes. It is charged before memory is taken.</summary>
sealed class MemoryBudget(long limit)
{
    /// <summary>What an object takes besides its elements.</summary>
    public const int ObjectCost = 96;

    /// <summary>What a text takes besides its characters, its place in a vector included.</summary>
    public const int TextCost = 40;

    readonly long _limit = limit;
    long _left = limit;

    public void Charge(long bytes)
    {
        if (bytes > _left) throw new RDataFormatException($"The objects would need more than {_limit} bytes of memory, the limit.");
        _left -= bytes;
    }
}
