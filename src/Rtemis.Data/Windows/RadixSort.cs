namespace Rtemis.Data;

/// <summary>A stable sort of rows by whole numbers, digit by digit from the least: its time grows with the rows alone.</summary>
static class RadixSort
{
    const int Bits = 11;
    const int Buckets = 1 << Bits;
    const int Digits = (64 + Bits - 1) / Bits;

    /// <summary>Sorts <paramref name="rows"/> by their <paramref name="ranks"/>, which are looked up by row; uses up both.</summary>
    public static int[] Sort(int[] rows, ulong[] ranks, CancellationToken cancellation)
    {
        var keys = new ulong[rows.Length];
        var starts = new int[Digits][];
        for (var digit = 0; digit < Digits; digit++) starts[digit] = new int[Buckets];
        for (var i = 0; i < rows.Length; i++)
        {
            var key = keys[i] = ranks[rows[i]];
            for (var digit = 0; digit < Digits; digit++) starts[digit][DigitOf(key, digit)]++;
        }

        var (movedRows, movedKeys) = (new int[rows.Length], ranks);
        for (var digit = 0; digit < Digits; digit++)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = starts[digit];
            // A digit that all have alike orders nothing.
            if (rows.Length == 0 || next[DigitOf(keys[0], digit)] == rows.Length) continue;
            var sum = 0;
            for (var bucket = 0; bucket < Buckets; bucket++) (next[bucket], sum) = (sum, sum + next[bucket]);
            for (var i = 0; i < rows.Length; i++)
            {
                var to = next[DigitOf(keys[i], digit)]++;
                movedRows[to] = rows[i];
                movedKeys[to] = keys[i];
            }
            (rows, movedRows) = (movedRows, rows);
            (keys, movedKeys) = (movedKeys, keys);
        }
        return rows;
    }

    static int DigitOf(ulong key, int digit) => (int)(key >> (digit * Bits)) & (Buckets - 1);
}
