using System.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Data;

/// <summary>Which rows of a frame are equal: each has the number of its group, given in the order of first appearance.</summary>
sealed class DistinctRows
{
    const int ChunkRows = 4096;
    const ulong Multiplier = 0x9E3779B97F4A7C15;

    readonly int[] _groups;
    readonly List<int> _firsts;

    DistinctRows(int[] groups, List<int> firsts)
    {
        _groups = groups;
        _firsts = firsts;
    }

    /// <summary>The number of distinct rows.</summary>
    public int Count => _firsts.Count;

    /// <summary>The first row of each group.</summary>
    public IReadOnlyList<int> Firsts => _firsts;

    public static DistinctRows Of(NumericFrame data, RunContext context)
    {
        var hashes = Hashes(data, context);
        var groups = new int[data.Rows];
        var firsts = new List<int>();
        // Open addressing: at most half full, so a probe ends soon.
        var slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, 2L * data.Rows))];
        for (var row = 0; row < groups.Length; row++)
        {
            if (row % ChunkRows == 0) context.Cancellation.ThrowIfCancellationRequested();
            var slot = (int)(hashes[row] >> 32 & (ulong)(slots.Length - 1));
            while (slots[slot] is var taken and > 0 && !Same(data, hashes, firsts[taken - 1], row)) slot = slot + 1 & slots.Length - 1;
            if (slots[slot] == 0)
            {
                firsts.Add(row);
                slots[slot] = firsts.Count;
            }
            groups[row] = slots[slot] - 1;
        }
        return new DistinctRows(groups, firsts);
    }

    /// <summary>The first row of each group, in the order in which the groups appear when rows are taken in the given order.</summary>
    public int[] InOrder(int[] rows)
    {
        var seen = new bool[Count];
        var firsts = new int[Count];
        var found = 0;
        foreach (var row in rows)
        {
            if (seen[_groups[row]]) continue;
            seen[_groups[row]] = true;
            firsts[found++] = row;
        }
        return firsts;
    }

    static ulong[] Hashes(NumericFrame data, RunContext context)
    {
        var hashes = new ulong[data.Rows];
        context.Work.ForChunks(data.Rows, ChunkRows, (_, first, end) =>
        {
            for (var j = 0; j < data.Columns; j++)
            {
                var values = data.Column(j);
                // Adding zero turns -0 into 0, which is equal to it.
                for (var i = first; i < end; i++)
                    hashes[i] = BitOperations.RotateLeft((hashes[i] ^ BitConverter.DoubleToUInt64Bits(values[i] + 0.0)) * Multiplier, 29);
            }
            for (var i = first; i < end; i++) hashes[i] *= Multiplier;
        });
        return hashes;
    }

    static bool Same(NumericFrame data, ulong[] hashes, int a, int b)
    {
        if (hashes[a] != hashes[b]) return false;
        for (var j = 0; j < data.Columns; j++)
            if (data.Column(j)[a] != data.Column(j)[b]) return false;
        return true;
    }
}
