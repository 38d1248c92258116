namespace Rtemis.Data;

/// <summary>
/// A named, immutable column of a <see cref="Table"/>. Values are views: over the buffer that the column was read from where its
/// layout allows it, else over memory of its own. What a missing cell's value slot holds is undefined unless the column says so.
/// </summary>
public abstract class Column
{
    private protected Column(string name, int length, int missingCount)
    {
        Name = name;
        Length = length;
        MissingCount = missingCount;
    }

    private protected Column(string name, int length, BitView? validity)
        : this(name, length, validity is { } bits ? bits.Length - bits.CountSet() : 0)
    {
        if (validity is { } given && given.Length != length)
            throw new ArgumentException($"Column '{name}' has {length} values but {given.Length} validity bits.", nameof(validity));
        Validity = validity;
    }

    /// <summary>The column's name, as it arrived; names need not be unique in a table.</summary>
    public string Name { get; }

    /// <summary>The number of rows.</summary>
    public int Length { get; }

    /// <summary>How many rows are missing.</summary>
    public int MissingCount { get; }

    /// <summary>What the column holds.</summary>
    public abstract ColumnType Type { get; }

    /// <summary>Whether the cell at the 0-based <paramref name="row"/> is missing.</summary>
    public virtual bool IsMissing(int row) => Validity is { } bits && !bits[row];

    /// <summary>A new column of the given 0-based <paramref name="rows"/>, in that order; a row may be named more than once.</summary>
    public abstract Column SelectRows(ReadOnlySpan<int> rows);

    /// <summary>The same values under another name.</summary>
    public abstract Column Rename(string name);

    /// <summary>A bit set for each present row, or null when all are present or the column marks missing cells in its values.</summary>
    internal BitView? Validity { get; }

    private protected static T[] Gather<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> rows)
    {
        var picked = new T[rows.Length];
        for (var i = 0; i < picked.Length; i++) picked[i] = values[rows[i]];
        return picked;
    }

    private protected static BitView? GatherBits(BitView? bits, ReadOnlySpan<int> rows)
    {
        if (bits is not { } source) return null;
        var picked = new byte[(rows.Length + 7) / 8];
        for (var i = 0; i < rows.Length; i++)
            if (source[rows[i]]) picked[i >> 3] |= (byte)(1 << (i & 7));
        return new BitView(picked, 0, rows.Length);
    }
}
