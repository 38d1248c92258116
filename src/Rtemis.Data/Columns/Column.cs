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

    /// <summary>The column's name, as it arrived; names need not be unique in a table.</summary>
    public string Name { get; }

    /// <summary>The number of rows.</summary>
    public int Length { get; }

    /// <summary>How many rows are missing.</summary>
    public int MissingCount { get; }

    /// <summary>What the column holds.</summary>
    public abstract ColumnType Type { get; }

    /// <summary>Whether the cell at the 0-based <paramref name="row"/> is missing.</summary>
    public abstract bool IsMissing(int row);

    /// <summary>A new column of the given 0-based <paramref name="rows"/>, in that order; a row may be named more than once.</summary>
    public abstract Column SelectRows(ReadOnlySpan<int> rows);

    /// <summary>The same values under another name.</summary>
    public abstract Column Rename(string name);

    private protected static T[] Gather<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> rows)
    {
        var picked = new T[rows.Length];
        for (var i = 0; i < picked.Length; i++) picked[i] = values[rows[i]];
        return picked;
    }

    private protected static BitView? GatherBits(BitView? bits, ReadOnlySpan<int> rows)
    {
        if (bits is not { } source) return null;
        var order = rows.ToArray();
        return BitView.Pack(order.Length, i => source[order[i]]);
    }

    private protected static int CountMissing(BitView? validity) => validity is { } bits ? bits.Length - bits.CountSet() : 0;
}
