using Rtemis.Learning.Running;

namespace Rtemis.Learning.Neighbours;

/// <summary>
/// A k-d tree: points halved again and again at the median of their widest coordinate, down to a block. Searches are exact. Sources: J. L. Bentley,
/// "Multidimensional binary search trees used for associative searching", 1975; the distance to a cell is kept along the way as by S. Arya and D. M.
/// Mount, "Algorithms for fast vector quantization", 1993.
/// </summary>
sealed class KdTree<TMeasure> where TMeasure : IPointMeasure
{
    // What is kept along the way is rounded otherwise than what is measured.
    const double Slack = 1 + 1e-12;

    const int LargestOnStack = 256;

    readonly PointSet _points;
    readonly PointBlocks _blocks;

    // A perfect binary tree: the children of node i are 2 i + 1 and 2 i + 2; behind the inner nodes come the blocks.
    readonly int[] _coordinates;
    readonly double[] _cuts;

    /// <summary>Builds the tree.</summary>
    public KdTree(PointSet points, RunContext context)
    {
        _points = points;
        var (blocks, levels) = (1, 0);
        for (; (long)blocks * PointBlocks.Size < points.Count; blocks *= 2) levels++;
        (_coordinates, _cuts) = (new int[blocks - 1], new double[blocks - 1]);
        _blocks = new PointBlocks(blocks, points.Dimensions);

        int[] order = [.. Enumerable.Range(0, points.Count)];
        for (var level = 0; level < levels; level++)
        {
            var (first, nodes) = ((1 << level) - 1, 1 << level);
            context.Work.For(nodes, n => Split(first + n, order.AsSpan(Start(n, nodes)..Start(n + 1, nodes)), Start(2 * n + 1, 2 * nodes) - Start(n, nodes)));
        }
        context.Work.For(blocks, b => _blocks.Fill(b, points, order.AsSpan(Start(b, blocks)..Start(b + 1, blocks))));
    }

    /// <summary>The number of blocks.</summary>
    public int Blocks => _blocks.Count;

    /// <summary>The points of a block, which lie near each other: searches at them, one after the other, look at much the same.</summary>
    public ReadOnlySpan<int> Block(int block) => _blocks.Indexes(block);

    /// <summary>Hands points to a search, all that are within its limit among them.</summary>
    /// <param name="point">Where the search is.</param>
    /// <param name="search">The search.</param>
    /// <returns>How many blocks were looked at.</returns>
    public int Search(ReadOnlySpan<double> point, IPointSearch search)
    {
        var shares = point.Length <= LargestOnStack ? stackalloc double[point.Length] : new double[point.Length];
        return Search(0, 0, point, shares, search);
    }

    // shares: the least that each coordinate adds to the measure of the node's points; bound: their sum.
    int Search(int node, double bound, ReadOnlySpan<double> point, Span<double> shares, IPointSearch search)
    {
        if (node >= _cuts.Length)
        {
            Look(node - _cuts.Length, point, search);
            return 1;
        }
        var coordinate = _coordinates[node];
        var difference = point[coordinate] - _cuts[node];
        var (near, far) = difference < 0 ? (2 * node + 1, 2 * node + 2) : (2 * node + 2, 2 * node + 1);
        var looked = Search(near, bound, point, shares, search);
        var before = shares[coordinate];
        var share = TMeasure.Share(difference);
        var beyond = bound - before + share;
        if (beyond > search.Limit * Slack) return looked;
        shares[coordinate] = share;
        looked += Search(far, beyond, point, shares, search);
        shares[coordinate] = before;
        return looked;
    }

    void Look(int block, ReadOnlySpan<double> point, IPointSearch search)
    {
        Span<double> measures = stackalloc double[PointBlocks.Size];
        if (_blocks.Measure<TMeasure>(block, point, search.Limit, measures)) search.Take(_blocks.Indexes(block), measures);
    }

    int Start(int node, int nodes) => (int)((long)_points.Count * node / nodes);

    void Split(int node, Span<int> order, int left)
    {
        var coordinate = Widest(order);
        var keys = new double[order.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = _points[order[i]][coordinate];
        MedianSplit.Partition(keys, order, left);
        _coordinates[node] = coordinate;
        var cut = keys[left];
        foreach (var key in keys.AsSpan(left)) cut = Math.Min(cut, key);
        _cuts[node] = cut;
    }

    int Widest(ReadOnlySpan<int> order)
    {
        var (low, high) = (_points[order[0]].ToArray(), _points[order[0]].ToArray());
        foreach (var index in order)
        {
            var point = _points[index];
            for (var j = 0; j < point.Length; j++)
            {
                low[j] = Math.Min(low[j], point[j]);
                high[j] = Math.Max(high[j], point[j]);
            }
        }
        var widest = 0;
        for (var j = 1; j < low.Length; j++)
            if (high[j] - low[j] > high[widest] - low[widest]) widest = j;
        return widest;
    }
}
