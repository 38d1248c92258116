namespace Rtemis.Data;

/// <summary>Categories: one code a row, into an ordered list of distinct levels.</summary>
public sealed class FactorColumn : Column
{
    /// <summary>The code of a missing cell.</summary>
    public const int Missing = -1;

    /// <summary>Wraps <paramref name="codes"/>, each 0 to <c>levels.Count - 1</c>, or <see cref="Missing"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A code is outside that range.</exception>
    public FactorColumn(string name, ReadOnlyMemory<int> codes, IReadOnlyList<string> levels)
        : this(name, codes, levels, Check(codes.Span, levels.Count))
    {
    }

    // For codes that are known to be in range: none is looked at.
    FactorColumn(string name, ReadOnlyMemory<int> codes, IReadOnlyList<string> levels, int missing)
        : base(name, codes.Length, missing)
    {
        Codes = codes;
        Levels = levels;
    }

    /// <summary>0-based positions in <see cref="Levels"/>, one a row; <see cref="Missing"/> where the cell is missing.</summary>
    public ReadOnlyMemory<int> Codes { get; }

    /// <summary>The distinct levels in their order; a level need not occur.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Factor;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Codes.Span[row] == Missing;

    /// <inheritdoc/>
    public override Column SelectRows(ReadOnlySpan<int> rows) => new FactorColumn(Name, Gather(Codes.Span, rows), Levels);

    /// <inheritdoc/>
    public override Column Rename(string name) => new FactorColumn(name, Codes, Levels, MissingCount);

    /// <summary>The same cells with those levels only that occur, in their order. Takes time by the rows, not the levels.</summary>
    public FactorColumn DropUnusedLevels()
    {
        int[] used = [.. Codes.ToArray().Where(code => code != Missing).Distinct().Order()];
        var codes = new int[Length];
        for (var row = 0; row < codes.Length; row++)
            codes[row] = Codes.Span[row] is var code && code == Missing ? Missing : Array.BinarySearch(used, code);
        return new FactorColumn(Name, codes, [.. used.Select(code => Levels[code])], MissingCount);
    }

    /// <summary>Wraps codes that the caller has checked, <paramref name="missing"/> of them being <see cref="Missing"/>.</summary>
    internal static FactorColumn FromChecked(string name, ReadOnlyMemory<int> codes, IReadOnlyList<string> levels, int missing) =>
        new(name, codes, levels, missing);

    static int Check(ReadOnlySpan<int> codes, int levels)
    {
        var missing = 0;
        foreach (var code in codes)
        {
            if (code == Missing) missing++;
            else if ((uint)code >= (uint)levels)
                throw new ArgumentOutOfRangeException(nameof(codes), code, $"A factor code must be -1 or 0 to {levels - 1}.");
        }
        return missing;
    }
}
