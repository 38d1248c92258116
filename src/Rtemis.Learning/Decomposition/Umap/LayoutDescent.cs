using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Random;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Umap;

/// <summary>
/// Stochastic gradient descent on a layout: neighbours attract each other, points drawn at random repel. Source: McInnes et al. 2018, section 4.2 and
/// algorithm 5; which edges are due when, and the steps' lengths, are uwot's. One thread, so that the same draws give the same layout.
/// </summary>
static class LayoutDescent
{
    const int VerticesBetweenLooks = 2048;

    /// <summary>Moves all points.</summary>
    /// <param name="layout">The coordinates of each point, one point after the other.</param>
    /// <param name="dimensions">The coordinates of a point.</param>
    /// <param name="graph">Which points are neighbours, with weights above 0.</param>
    /// <param name="passes">The passes over the edges.</param>
    /// <param name="rate">The first steps' length.</param>
    /// <param name="context">The run.</param>
    public static void Run(float[] layout, int dimensions, WeightedGraph graph, int passes, double rate, RunContext context)
    {
        var largest = Largest(graph.AllWeights);
        var kept = graph.Where(weight => weight >= largest / passes);
        var edges = new LayoutEdges(kept.AllWeights, largest);
        Span<float> pairs = stackalloc float[LayoutForces.Lanes * dimensions];
        Span<int> others = stackalloc int[LayoutForces.Lanes];
        var counter = context.CountWhenSlow("Layout passes", "umap", passes);
        for (var pass = 0; pass < passes; pass++)
        {
            var random = new Pcg32((ulong)(context.Random.NextUniform() * uint.MaxValue) << 32);
            var step = (float)Rate(rate, pass, passes);
            var edge = 0;
            for (var head = 0; head < kept.Vertices; head++)
            {
                if (head % VerticesBetweenLooks == 0) context.Cancellation.ThrowIfCancellationRequested();
                foreach (var tail in kept.Targets(head))
                {
                    if (edges.IsDue(edge, pass))
                    {
                        others[0] = tail;
                        var count = 1 + edges.Take(edge, pass, LayoutForces.Lanes - 1);
                        for (var c = 1; c < count; c++) others[c] = random.NextIndex(kept.Vertices);
                        Move(layout, layout, dimensions, head, others[..count], step, pairs, together: true);
                    }
                    edge++;
                }
            }
            counter.Advance();
        }
        counter.Complete();
    }

    /// <summary>Moves one new point among points that stay where they are.</summary>
    /// <param name="point">Its coordinates.</param>
    /// <param name="layout">The coordinates of the others, one after the other.</param>
    /// <param name="neighbours">Its neighbours.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="passes">The passes over them.</param>
    /// <param name="rate">The first steps' length.</param>
    /// <param name="random">Draws the points that repel.</param>
    public static void RunOne(
        float[] point, float[] layout, ReadOnlySpan<int> neighbours, ReadOnlySpan<double> weights, int passes, double rate, Pcg32 random)
    {
        var largest = Largest(weights);
        var edges = new LayoutEdges(weights, largest);
        Span<float> pairs = stackalloc float[LayoutForces.Lanes * point.Length];
        Span<int> others = stackalloc int[LayoutForces.Lanes];
        for (var pass = 0; pass < passes; pass++)
        {
            var step = (float)Rate(rate, pass, passes);
            for (var e = 0; e < neighbours.Length; e++)
            {
                if (weights[e] < largest / passes || !edges.IsDue(e, pass)) continue;
                others[0] = neighbours[e];
                var count = 1 + edges.Take(e, pass, LayoutForces.Lanes - 1);
                for (var c = 1; c < count; c++) others[c] = random.NextIndex(layout.Length / point.Length);
                Move(point, layout, point.Length, 0, others[..count], step, pairs, together: false);
            }
        }
    }

    // The first two passes have the full rate.
    static double Rate(double rate, int pass, int passes) => rate * (1 - (double)Math.Max(0, pass - 1) / passes);

    static double Largest(ReadOnlySpan<double> weights)
    {
        var largest = 0.0;
        foreach (var weight in weights) largest = Math.Max(largest, weight);
        return largest;
    }

    // The first of the others attracts, and where both are of the same layout it comes as far to meet the point.
    static void Move(
        float[] points, float[] layout, int dimensions, int head, ReadOnlySpan<int> others, float step, Span<float> pairs, bool together)
    {
        var point = points.AsSpan(head * dimensions, dimensions);
        pairs.Clear();
        for (var c = 0; c < others.Length; c++)
        {
            // A point does not repel itself: their difference is 0.
            var other = layout.AsSpan(others[c] * dimensions, dimensions);
            for (var d = 0; d < dimensions; d++) pairs[d * LayoutForces.Lanes + c] = point[d] - other[d];
        }
        LayoutForces.Steps(pairs);
        for (var d = 0; d < dimensions; d++)
        {
            var steps = pairs.Slice(d * LayoutForces.Lanes, others.Length);
            var sum = 0f;
            foreach (var each in steps) sum += each;
            if (together) layout[others[0] * dimensions + d] -= step * steps[0];
            point[d] += step * sum;
        }
    }
}
