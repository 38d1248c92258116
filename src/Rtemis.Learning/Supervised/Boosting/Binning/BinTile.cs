namespace Rtemis.Learning.Supervised.Boosting.Binning;

/// <summary>
/// The bins of up to four features, those of a case side by side in one number: one read gives all four, and their histograms stay in the processor's
/// first cache while the cases pass by.
/// </summary>
sealed class BinTile
{
    /// <summary>The features of a tile.</summary>
    public const int Width = 4;

    // Eight bits a bin, or sixteen where a feature has more bins than fit.
    readonly uint[] _narrow;
    readonly ulong[] _wide;

    /// <summary>A tile of cases that are all in the bins 0.</summary>
    /// <param name="rows">The cases.</param>
    /// <param name="wide">Whether a feature has more than 256 bins.</param>
    public BinTile(int rows, bool wide)
    {
        _narrow = wide ? [] : new uint[rows];
        _wide = wide ? new ulong[rows] : [];
        IsWide = wide;
    }

    /// <summary>Whether bins take sixteen bits.</summary>
    public bool IsWide { get; }

    /// <summary>The bins of each case, eight bits each; empty where they are wide.</summary>
    public ReadOnlySpan<uint> Narrow => _narrow;

    /// <summary>The bins of each case, sixteen bits each; empty where they are narrow.</summary>
    public ReadOnlySpan<ulong> Wide => _wide;

    /// <summary>The bin of a case.</summary>
    /// <param name="slot">The feature's place in the tile.</param>
    /// <param name="row">The case.</param>
    public int this[int slot, int row] => IsWide ? (int)((_wide[row] >> (slot * 16)) & 0xFFFF) : (int)((_narrow[row] >> (slot * 8)) & 0xFF);

    /// <summary>Puts a case into a bin of a feature; each only once.</summary>
    public void Set(int slot, int row, int bin)
    {
        if (IsWide) _wide[row] |= (ulong)(uint)bin << (slot * 16);
        else _narrow[row] |= (uint)bin << (slot * 8);
    }
}
