using System.Numerics.Tensors;
using Rtemis.Learning.Random;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Neighbours;

/// <summary>
/// Points in small groups that lie near each other: halved again and again at the median along the line through two of them. Source: S. Dasgupta and
/// Y. Freund, "Random projection trees and low dimensional manifolds", 2008.
/// </summary>
sealed class ProjectionLeaves
{
    const int LargestLeaf = 64;

    readonly PointSet _points;
    readonly int[] _order;

    /// <summary>Groups the points; another seed gives other groups.</summary>
    public ProjectionLeaves(PointSet points, uint seed, RunContext context)
    {
        _points = points;
        _order = [.. Enumerable.Range(0, points.Count)];
        for (Count = 1; (long)Count * LargestLeaf < points.Count; Count *= 2)
        {
            var nodes = Count;
            context.Work.For(nodes, n =>
            {
                var random = new Pcg32(((ulong)seed << 32) + (uint)(nodes + n));
                Split(_order.AsSpan(Start(n, nodes)..Start(n + 1, nodes)), Start(2 * n + 1, 2 * nodes) - Start(n, nodes), ref random);
            });
        }
    }

    /// <summary>The number of groups.</summary>
    public int Count { get; private set; }

    /// <summary>The points of a group.</summary>
    public ReadOnlySpan<int> this[int leaf] => _order.AsSpan(Start(leaf, Count)..Start(leaf + 1, Count));

    int Start(int node, int nodes) => (int)((long)_points.Count * node / nodes);

    void Split(Span<int> order, int left, ref Pcg32 random)
    {
        var line = new double[_points.Dimensions];
        TensorPrimitives.Subtract(_points[order[random.NextIndex(order.Length)]], _points[order[random.NextIndex(order.Length)]], line);
        var keys = new double[order.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = TensorPrimitives.Dot(_points[order[i]], line);
        MedianSplit.Partition(keys, order, left);
    }
}
