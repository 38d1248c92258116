using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Binning;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>The cases of a tree's leaves: those of a leaf lie side by side, in their order in the data.</summary>
/// <param name="rows">The most cases of a tree.</param>
sealed class CasePartition(int rows)
{
    const int ChunkRows = 16384;

    readonly int[] _rows = new int[rows];
    readonly int[] _left = new int[rows];
    readonly int[] _right = new int[rows];
    readonly int[] _counts = new int[WorkSplit.Chunks(rows, ChunkRows)];

    /// <summary>Puts cases into the root.</summary>
    public void Reset(ReadOnlySpan<int> bag) => bag.CopyTo(_rows);

    /// <summary>The cases from a place on, as memory.</summary>
    public ReadOnlyMemory<int> Memory(int begin, int count) => _rows.AsMemory(begin, count);

    /// <summary>The cases from a place on.</summary>
    public ReadOnlySpan<int> Rows(int begin, int count) => _rows.AsSpan(begin, count);

    /// <summary>Parts a leaf's cases: those that go left stay first.</summary>
    /// <param name="begin">The leaf's first place.</param>
    /// <param name="count">The leaf's cases.</param>
    /// <param name="feature">The feature that parts them.</param>
    /// <param name="sides">The side of each of its bins, 1 for left.</param>
    /// <param name="context">The run.</param>
    /// <returns>How many go left.</returns>
    public int Split(int begin, int count, BinnedFeature feature, byte[] sides, RunContext context)
    {
        context.Work.ForChunks(count, ChunkRows, (chunk, start, end) => _counts[chunk] = Part(begin + start, begin + end, feature, sides));
        var left = 0;
        for (var chunk = 0; chunk < WorkSplit.Chunks(count, ChunkRows); chunk++)
        {
            var (start, size) = (begin + chunk * ChunkRows, _counts[chunk]);
            _left.AsSpan(start, size).CopyTo(_rows.AsSpan(begin + left));
            left += size;
        }
        var right = begin + left;
        for (var start = 0; start < count; start += ChunkRows)
        {
            var size = Math.Min(ChunkRows, count - start) - _counts[start / ChunkRows];
            _right.AsSpan(begin + start, size).CopyTo(_rows.AsSpan(right));
            right += size;
        }
        return left;
    }

    // Each case is written to both sides, and stays on the one that moves on: there is no branch to guess wrong.
    int Part(int start, int end, BinnedFeature feature, byte[] sides)
    {
        var (left, right) = (start, start);
        if (feature.Tile.IsWide)
        {
            for (var i = start; i < end; i++) Place(_rows[i], sides[feature[_rows[i]]], ref left, ref right);
            return left - start;
        }
        var bins = feature.Tile.Narrow;
        var shift = feature.Slot * 8;
        var hints = Prefetch.Pays(end - start, _rows[end - 1] - _rows[start]);
        for (var i = start; i < end; i++)
        {
            if (hints && i + Prefetch.Ahead < end) Prefetch.Of(in bins[_rows[i + Prefetch.Ahead]]);
            Place(_rows[i], sides[(bins[_rows[i]] >> shift) & 0xFF], ref left, ref right);
        }
        return left - start;
    }

    void Place(int row, byte goesLeft, ref int left, ref int right)
    {
        _left[left] = row;
        _right[right] = row;
        left += goesLeft;
        right += 1 - goesLeft;
    }
}
